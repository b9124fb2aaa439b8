"""In what capacity somebody is here, for the header: "Ledamot · plats 2".

In both languages: it is told over the wire, which knows no reader.
"""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from councils.models import Mandate, Person, Role, RoleHeld
from meetings.models import Meeting
from meetings.queries import state
from meetings.queries.roll import SeatRow, roll

SEATED, CHAIR, FOR, STEPS_IN = "seated", "chair", "for", "steps_in"
WAITING, GUEST = "waiting", "guest"
STAFF = (Role.CLERK, Role.COMMISSIONER, Role.POLITICAL_SECRETARY)
WORDS = {
    "sv": {
        SEATED: "Ledamot · plats {seat}",
        CHAIR: "Ordförande · plats {seat}",
        FOR: "Ersättare för {member} · plats {seat}",
        STEPS_IN: "Ersättare · plats {seat}",
        WAITING: "Ersättare, inte inkallad",
        Role.CLERK: "Kansliet",
        Role.COMMISSIONER: "Kommunalråd",
        Role.POLITICAL_SECRETARY: "Politisk sekreterare",
        GUEST: "Följer sammanträdet",
    },
    "en": {
        SEATED: "Member · seat {seat}",
        CHAIR: "Chair · seat {seat}",
        FOR: "Substitute for {member} · seat {seat}",
        STEPS_IN: "Substitute · seat {seat}",
        WAITING: "Substitute, not called",
        Role.CLERK: "Council office",
        Role.COMMISSIONER: "Commissioner",
        Role.POLITICAL_SECRETARY: "Political secretary",
        GUEST: "Follows the meeting",
    },
}


@dataclass(frozen=True)
class Title:
    capacity: str
    seat: int | None = None
    member: str | None = None

    def said(self, language: str) -> str:
        return WORDS[language][self.capacity].format(seat=self.seat, member=self.member)


def titles(session: Session, meeting_id: int) -> dict[int, Title]:
    """For everybody the council knows; five statements."""
    meeting = state.meeting(session, meeting_id)
    people = session.scalars(select(Person.id).where(Person.council_id == meeting.council_id))
    found = dict.fromkeys(people, Title(GUEST))
    found |= {person: Title(Role(role)) for person, role in _roles(session, meeting)}
    for person, seat in _mandates(session, meeting):
        found[person] = Title(SEATED, seat) if seat else Title(WAITING)
    for row in roll(session, meeting_id):
        found |= _of_the_seat(row, meeting)
    return found


def _of_the_seat(row: SeatRow, meeting: Meeting) -> dict[int, Title]:
    own = {person: Title(SEATED, row.seat) for person in (row.member_id, row.recused_id) if person}
    return own | ({row.person_id: _serving(row, meeting)} if row.person_id else {})


def _serving(row: SeatRow, meeting: Meeting) -> Title:
    if row.person_id == meeting.presiding_id:
        return Title(CHAIR, row.seat)
    if not row.is_substitute:
        return Title(SEATED, row.seat)
    return Title(FOR if row.member else STEPS_IN, row.seat, row.member)


def _roles(session: Session, meeting: Meeting) -> list[tuple[int, str]]:
    held = select(RoleHeld.person_id, RoleHeld.role).where(
        RoleHeld.council_id == meeting.council_id, RoleHeld.role.in_(STAFF)
    )
    return [(person, role) for person, role in session.execute(held.order_by(RoleHeld.id))]


def _mandates(session: Session, meeting: Meeting) -> list[tuple[int, int | None]]:
    """In force on the day; the seats of the meeting itself are known when it is convened."""
    held = select(Mandate.person_id, Mandate.seat).where(
        Mandate.council_id == meeting.council_id,
        or_(Mandate.since.is_(None), Mandate.since <= meeting.date),
        or_(Mandate.until.is_(None), Mandate.until > meeting.date),
    )
    return [(person, seat) for person, seat in session.execute(held.order_by(Mandate.id))]
