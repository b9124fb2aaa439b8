"""Who is here, in which seat and from where; whether that is enough; and who may vote."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import BindParameter, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from agenda.rules.kinds import ItemKind
from core.once import once
from core.words import Sentence, in_a_row
from councils.models import Party, Person
from meetings.models import Line, Meeting, Mode, Seat
from meetings.queries import items, state
from meetings.rules.quorum import Activity, Quorum, QuorumGround, quorum

ANSWERED = (ItemKind.INTERPELLATION, ItemKind.QUESTION)


class Presence(StrEnum):
    """One character per seat on the wire."""

    HALL = "h"
    REMOTE = "r"
    ABSENT = "."
    VACANT = "v"
    RECUSED = "x"


@dataclass(frozen=True)
class SeatRow:
    """One seat as it stands.  `person_id` serves in it now; `member_id` is whose seat it is.

    `line` is ok, lost or None (nothing known); `line_since` when it became so.  `party` and
    `colour` belong to the seat, or to the one who serves where the seat has none.
    """

    seat: int
    member_id: int | None
    member: str | None
    person_id: int | None
    name: str | None
    party: str | None
    colour: str | None
    mode: str | None
    presence: Presence
    is_answered: bool
    is_identified: bool
    recused_id: int | None
    recused: str | None
    line: str | None
    line_since: str | None

    @property
    def is_substitute(self) -> bool:
        return self.person_id is not None and self.person_id != self.member_id

    @property
    def for_name(self) -> str | None:
        """For whom a substitute serves."""
        return self.member if self.is_substitute else None

    @property
    def needs_identity(self) -> bool:
        """REM-3: at a distance, and nobody has confirmed who it is."""
        return self.mode == Mode.REMOTE and not self.is_identified

    @property
    def is_line_lost(self) -> bool:
        return self.mode == Mode.REMOTE and self.line == "lost"


_LINE = and_(Line.meeting_id == Seat.meeting_id, Line.person_id == Seat.serving_id)
_MEMBER, _SERVING, _RECUSED = aliased(Person), aliased(Person), aliased(Person)
_PERSON: BindParameter[int] = bindparam("person")
_SERVED = select(Seat).where(Seat.meeting_id == bindparam("meeting"), Seat.serving_id == _PERSON)
_OWN = select(Seat).where(
    Seat.meeting_id == bindparam("meeting"),
    or_(Seat.serving_id == _PERSON, Seat.recused_id == _PERSON, Seat.member_id == _PERSON),
)
_ROLL = (
    select(Seat, _MEMBER.name, _SERVING.name, _RECUSED.name, Party.letters, Party.colour, Line)
    .outerjoin(_MEMBER, _MEMBER.id == Seat.member_id)
    .outerjoin(_SERVING, _SERVING.id == Seat.serving_id)
    .outerjoin(_RECUSED, _RECUSED.id == Seat.recused_id)
    .outerjoin(Party, Party.id == func.coalesce(Seat.party_id, _SERVING.party_id))
    .outerjoin(Line, _LINE)
    .where(Seat.meeting_id == bindparam("meeting"))
    .order_by(Seat.seat)
)


@dataclass(frozen=True)
class Summary:
    """The roll in figures.  `lost`: at a distance without a line, so not taking part just now."""

    seats: int
    present: int
    hall: int
    remote: int
    lost: int
    recused: int
    unidentified: int
    needed: int
    ground: QuorumGround | None

    @property
    def taking_part(self) -> int:
        return self.present - self.lost

    @property
    def is_quorate(self) -> bool:
        return self.ground is not None

    @property
    def shortage(self) -> Sentence:
        """What is said when it is not quorate."""
        few = Sentence(
            "Fullmäktige är inte beslutsfört: {present} deltar, {needed} behövs (5 kap. 45 §).",
            present=self.taking_part,
            needed=self.needed,
        )
        lost = Sentence("{lost} på distans har tappat anslutningen.", lost=self.lost)
        return in_a_row([few, lost]) if self.lost else few


@once
def roll(session: Session, meeting_id: int) -> list[SeatRow]:
    """Every seat in order, in one statement."""
    return [_seat_row(*row) for row in session.execute(_ROLL, {"meeting": meeting_id})]


def attendance_summary(session: Session, meeting_id: int) -> Summary:
    """In figures, with the quorum for what is being handled now; three statements."""
    meeting = state.meeting(session, meeting_id)
    now = items.current(session, meeting_id)
    return summary_for(session, meeting, now.kind if now else None)


def summary_for(session: Session, meeting: Meeting, kind: ItemKind | None) -> Summary:
    """Would an item of this kind be handled by a quorate council?  KL 5:45–46."""
    rows = session.execute(
        select(Seat.serving_id, Seat.recused_id, Seat.mode, Seat.identified_at, Line.state)
        .outerjoin(Line, _LINE)
        .where(Seat.meeting_id == meeting.id)
    ).all()
    here = [row for row in rows if row.serving_id is not None]
    remote = [row for row in here if row.mode == Mode.REMOTE]
    lost = sum(row.state == "lost" for row in remote)
    recused = sum(row.serving_id is None and row.recused_id is not None for row in rows)
    found = _quorum(meeting, len(here) - lost, recused, kind)
    return Summary(
        seats=meeting.seats,
        present=len(here),
        hall=len(here) - len(remote),
        remote=len(remote),
        lost=lost,
        recused=recused,
        unidentified=sum(row.identified_at is None for row in remote),
        needed=found.needed,
        ground=found.ground,
    )


def who_may_vote(session: Session, meeting_id: int, person_id: int) -> Seat | None:
    """The seat in which the person serves now: one seat, one vote.  By key."""
    return session.scalar(_SERVED, {"meeting": meeting_id, "person": person_id})


def own_seat(session: Session, meeting_id: int, person_id: int) -> Seat | None:
    """Where the person serves, stands aside, or is the member of: in that order."""
    found = session.scalars(_OWN, {"meeting": meeting_id, "person": person_id}).all()
    order = [(seat.serving_id, seat.recused_id, seat.member_id) for seat in found]
    ranked = sorted(zip(order, found, strict=True), key=lambda pair: pair[0].index(person_id))
    return ranked[0][1] if ranked else None


def sits_elsewhere(session: Session, meeting_id: int, person_id: int, seat: int) -> int | None:
    """Another seat in which the person serves or which is kept for her."""
    found = own_seat(session, meeting_id, person_id)
    if found is None or found.seat == seat:
        return None
    return found.seat if person_id in (found.serving_id, found.recused_id) else None


def set_aside(session: Session, meeting_id: int) -> Sequence[Seat]:
    """Seats whose holder stands aside for the open item and is back when it closes."""
    aside = select(Seat).where(Seat.meeting_id == meeting_id, Seat.recused_id.is_not(None))
    return session.scalars(aside.order_by(Seat.seat)).all()


def unidentified(session: Session, meeting_id: int) -> list[SeatRow]:
    """REM-3: whom the chair should recognise before a vote is opened."""
    return [row for row in roll(session, meeting_id) if row.needs_identity]


def lost_lines(session: Session, meeting_id: int) -> list[SeatRow]:
    """U5: while one of these is red nothing is decided unless the chair chooses what to do."""
    return [row for row in roll(session, meeting_id) if row.is_line_lost]


def _quorum(meeting: Meeting, taking_part: int, recused: int, kind: ItemKind | None) -> Quorum:
    return quorum(
        meeting.seats,
        taking_part,
        recused=recused,
        activity=Activity.ANSWERS if kind in ANSWERED else Activity.ITEM,
        answers_exempt=state.procedure(meeting).answers_below_quorum,
    )


def _seat_row(
    seat: Seat,
    member: str | None,
    name: str | None,
    recused: str | None,
    letters: str | None,
    colour: str | None,
    line: Line | None,
) -> SeatRow:
    return SeatRow(
        seat=seat.seat,
        member_id=seat.member_id,
        member=member,
        person_id=seat.serving_id,
        name=name,
        party=letters,
        colour=colour,
        mode=seat.mode,
        presence=presence(seat.member_id, seat.serving_id, seat.recused_id, seat.mode),
        is_answered=seat.answered_at is not None,
        is_identified=seat.identified_at is not None,
        recused_id=seat.recused_id,
        recused=recused,
        line=line.state if line else None,
        line_since=line.since if line else None,
    )


def presence(
    member_id: int | None, serving_id: int | None, recused_id: int | None, mode: str | None
) -> Presence:
    if serving_id is not None:
        return Presence.REMOTE if mode == Mode.REMOTE else Presence.HALL
    if recused_id is not None:
        return Presence.RECUSED
    return Presence.ABSENT if member_id is not None else Presence.VACANT
