"""Who served, when and from where; and which members did not come.  No reasons."""

from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from core import swedish
from councils.models import Party, Person
from meetings.models import Attendance, Meeting, Seat


@dataclass
class Served:
    """One person in one seat.  `spans`: from and until, None while it goes on."""

    name: str
    party: str | None
    for_name: str | None
    modes: list[str] = field(default_factory=list)
    spans: list[tuple[str, str | None]] = field(default_factory=list)
    is_whole: bool = False


@dataclass(frozen=True)
class Missing:
    name: str
    party: str | None


@dataclass(frozen=True)
class Attended:
    served: list[Served]
    missing: list[Missing]


def attended(session: Session, meeting: Meeting, parties: dict[str, str]) -> Attended:
    """Two questions, whatever the size of the council."""
    place = {letters: number for number, letters in enumerate(parties)}

    def sits(one: Served | Missing) -> tuple[int, tuple[str, str]]:
        return place.get(one.party or "", len(place)), swedish.sort_key(one.name)

    return Attended(
        sorted(_served(session, meeting), key=sits), sorted(_missing(session, meeting), key=sits)
    )


def _served(session: Session, meeting: Meeting) -> list[Served]:
    instead = aliased(Person)
    stretches = (
        select(Attendance, Person.name, Party.letters, instead.name)
        .join(Person, Person.id == Attendance.person_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .outerjoin(instead, instead.id == Attendance.for_id)
        .where(Attendance.meeting_id == meeting.id, Attendance.seat.is_not(None))
        .order_by(Attendance.id)
    )
    found: dict[tuple[int, int | None], Served] = {}
    for stretch, name, letters, for_name in session.execute(stretches):
        key = (stretch.person_id, stretch.seat)
        one = found.setdefault(key, Served(name, letters, for_name))
        one.spans.append((stretch.arrived_at, stretch.left_at))
        if stretch.mode not in one.modes:
            one.modes.append(stretch.mode)
    for one in found.values():
        one.is_whole = _is_whole(one, meeting)
    return list(found.values())


def _is_whole(one: Served, meeting: Meeting) -> bool:
    """From the roll call to the end, or until now."""
    arrived, left = one.spans[0]
    from_start = meeting.roll_called_at is None or arrived <= meeting.roll_called_at
    return len(one.spans) == 1 and from_start and left == meeting.closed_at


def _missing(session: Session, meeting: Meeting) -> list[Missing]:
    """Elected, and not in a seat at any time."""
    if meeting.roll_called_at is None:
        return []
    came = select(Attendance.person_id).where(Attendance.meeting_id == meeting.id)
    party = func.coalesce(Seat.party_id, Person.party_id)
    away = (
        select(Person.name, Party.letters)
        .join(Seat, Seat.member_id == Person.id)
        .outerjoin(Party, Party.id == party)
        .where(Seat.meeting_id == meeting.id, Person.id.not_in(came))
    )
    return [Missing(*row) for row in session.execute(away)]
