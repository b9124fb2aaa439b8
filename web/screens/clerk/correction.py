"""The record of one seat is put right: who sits there, from where, and why it was wrong."""

from flask import Blueprint, render_template
from sqlalchemy.orm import Session

from core import swedish
from core.access import actor as who_asks
from core.access import clerk, database
from core.errors import NotAllowed, NotFound
from meetings.models import Meeting
from meetings.policy import may_clerk
from meetings.queries import desk, roll
from meetings.queries.desk import DeskRow
from meetings.queries.roll import SeatRow

blueprint = Blueprint("correction", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/seats/<int:seat>/correction")
@clerk
def correction(meeting_id: int, seat: int) -> str:
    with database().reading() as session:
        meeting = _let_in(session, meeting_id)
        row = _seat(session, meeting_id, seat)
        people = sorted(desk.members(session, meeting_id), key=lambda one: _nearness(one, row))
    return render_template(
        "screens/clerk/correction.html", meeting=meeting, row=row, people=_options(people)
    )


def _let_in(session: Session, meeting_id: int) -> Meeting:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NotFound("Det finns inget sådant sammanträde.")
    if not may_clerk(session, meeting_id, who_asks()):
        raise NotAllowed("Det gör fullmäktiges kansli.")
    return meeting


def _seat(session: Session, meeting_id: int, seat: int) -> SeatRow:
    row = next((each for each in roll.roll(session, meeting_id) if each.seat == seat), None)
    if row is None:
        raise NotFound("Det finns ingen sådan plats.")
    return row


def _nearness(one: DeskRow, row: SeatRow) -> tuple[bool, bool, tuple[str, str]]:
    """Whose seat it is, then those of the party, then all others by name."""
    return (one.person_id != row.member_id, one.party != row.party, swedish.sort_key(one.name))


def _options(people: list[DeskRow]) -> list[tuple[int, str]]:
    return [(one.person_id, f"{one.name} ({one.party})") for one in people]
