"""In what capacity somebody is here, for the header: "Ledamot · plats 2"."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from councils.models import Mandate, Person, Role, RoleHeld
from meetings.models import Meeting
from meetings.queries import state
from meetings.queries.roll import SeatRow
from web.screens.member.rolled import rolled

STAFF = {
    Role.CLERK: "Kansliet",
    Role.COMMISSIONER: "Kommunalråd",
    Role.POLITICAL_SECRETARY: "Politisk sekreterare",
}
GUEST = "Följer sammanträdet"


def titles(session: Session, meeting_id: int) -> dict[int, str]:
    """For everybody the council knows; five statements."""
    meeting = state.meeting(session, meeting_id)
    people = session.scalars(select(Person.id).where(Person.council_id == meeting.council_id))
    found = dict.fromkeys(people, GUEST)
    for person, role in _roles(session, meeting):
        found[person] = STAFF.get(Role(role), found.get(person, GUEST))
    for person, seat in _mandates(session, meeting):
        found[person] = f"Ledamot · plats {seat}" if seat else "Ersättare, inte inkallad"
    for row in rolled(session, meeting_id):
        found |= _of_the_seat(row, meeting)
    return found


def _of_the_seat(row: SeatRow, meeting: Meeting) -> dict[int, str]:
    told: dict[int, str] = {}
    for person in (row.member_id, row.recused_id):
        if person is not None:
            told[person] = f"Ledamot · plats {row.seat}"
    if row.person_id is not None:
        told[row.person_id] = f"{_word(row, meeting)} · plats {row.seat}"
    return told


def _word(row: SeatRow, meeting: Meeting) -> str:
    if row.person_id == meeting.presiding_id:
        return "Ordförande"
    if not row.is_substitute:
        return "Ledamot"
    return f"Ersättare för {row.member}" if row.member else "Ersättare"


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
