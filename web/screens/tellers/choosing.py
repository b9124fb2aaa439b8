"""Who the tellers are: written in by the chair or the clerk, as the council chose them."""

from flask import Blueprint, abort, render_template

from core.access import actor, database, signed_in
from councils.rules.procedure import ElectionMethod
from meetings.models import Meeting
from meetings.policy import may_lead
from meetings.queries import roll, state
from voting.queries import tellers
from voting.rules.elections.methods import Asked, refusal
from voting.rules.tellers import MOST, sharing, why_no_key
from web.language import said

blueprint = Blueprint("choosing_tellers", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/tellers")
@signed_in
def tellers_of(meeting_id: int) -> str:
    with database().reading() as session:
        meeting = state.meeting(session, meeting_id)
        if not may_lead(session, meeting_id, actor()):
            abort(403)
        chosen = tellers.chosen(session, meeting_id)
        ceremony = tellers.latest(session, meeting_id)
        sitting = tellers.sitting(session, ceremony) if ceremony else None
        seated = [row for row in roll.roll(session, meeting_id) if row.person_id]
        is_digital = _is_digital(meeting)
    lacking = why_no_key([one.party for one in chosen]) if chosen else None
    return render_template(
        "screens/tellers/choosing.html",
        meeting=meeting,
        chosen=chosen,
        sitting=sitting,
        is_digital=is_digital,
        lacking=said(lacking) if lacking else None,
        people=[(row.person_id, f"{row.name} ({row.party or '–'})") for row in seated],
        wanted=sharing(meeting.seats),
        most=MOST,
    )


def _is_digital(meeting: Meeting) -> bool:
    """May an election be held so in this meeting at all?"""
    procedure, day = state.procedure(meeting), state.day(meeting)
    return refusal(ElectionMethod.DIGITAL_SECRET, Asked(), procedure, day) is None
