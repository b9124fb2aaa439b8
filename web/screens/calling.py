"""Who can be called to one seat: in the order of the law, or by name where the law has none."""

from dataclasses import dataclass

from flask import Blueprint, render_template
from sqlalchemy.orm import Session

from core.access import actor as who_asks
from core.access import database, signed_in
from core.errors import NotAllowed, NotFound
from councils.models import Council
from councils.rules.size import Body
from meetings.models import Meeting, Seat
from meetings.policy import may_clerk, may_lead
from meetings.queries import roll
from meetings.queries.people import Named, named
from meetings.queries.roll import SeatRow
from meetings.queries.substitutes import calling_order, free_by_name, order_stops

blueprint = Blueprint("calling", __name__, url_prefix="/meetings/<int:meeting_id>")


@dataclass(frozen=True)
class Candidate:
    """Somebody to call.  `passed_over`: those before her, who are then noted as not here."""

    person: Named
    passed_over: str = ""


@blueprint.get("/seats/<int:seat>/substitute")
@signed_in
def calling(meeting_id: int, seat: int) -> str:
    with database().reading() as session:
        meeting = _let_in(session, meeting_id)
        row = _row(session, meeting_id, seat)
        told = _who(session, meeting, row)
        back = "clerk" if may_clerk(session, meeting_id, who_asks()) else "chair"
    return render_template("screens/calling.html", meeting=meeting, row=row, back=back, **told)


def _let_in(session: Session, meeting_id: int) -> Meeting:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NotFound("Det finns inget sådant sammanträde.")
    if not may_lead(session, meeting_id, who_asks()):
        raise NotAllowed("Ersättare kallas av ordföranden eller kansliet.")
    return meeting


def _row(session: Session, meeting_id: int, seat: int) -> SeatRow:
    row = next((each for each in roll.roll(session, meeting_id) if each.seat == seat), None)
    if row is None:
        raise NotFound("Det finns ingen sådan plats i fullmäktige.")
    return row


def _who(session: Session, meeting: Meeting, row: SeatRow) -> dict[str, object]:
    seat = session.get_one(Seat, (meeting.id, row.seat))
    order = calling_order(session, meeting, seat).order
    in_order = [
        Candidate(named(session, meeting.id, each), ",".join(map(str, order[:before])))
        for before, each in enumerate(order)
    ]
    free = [] if order else [Candidate(one) for one in free_by_name(session, meeting, seat)]
    council = session.get_one(Council, meeting.council_id)
    return {
        "people": in_order or free,
        "is_in_order": bool(order),
        "order_stops": not order and order_stops(session, meeting, seat),
        "is_region": council.kind == Body.REGION,
    }
