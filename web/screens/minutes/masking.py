"""The office looks through what the public will read, piece by piece (GDPR-1)."""

from flask import Blueprint, render_template

from agenda.queries.covers import papers
from core.access import actor as who_asks
from core.access import clerk, database
from core.errors import NotAllowed
from meetings.policy import may_clerk
from meetings.queries import state
from web.screens.minutes import reviewing

blueprint = Blueprint("masking", __name__, url_prefix="/meetings/<int:meeting_id>/minutes")


@blueprint.get("/masks")
@clerk
def masks(meeting_id: int) -> str:
    with database().reading() as session:
        meeting = state.meeting(session, meeting_id)
        if not may_clerk(session, meeting_id, who_asks()):
            raise NotAllowed("Det gör fullmäktiges kansli.")
        pieces = reviewing.proposals(session, meeting_id)
        blocks = reviewing.running_text(session, meeting_id)
        documents = papers(session, meeting_id)
    return render_template(
        "screens/minutes/masks.html",
        meeting=meeting,
        pieces=pieces,
        blocks=blocks,
        papers=documents,
    )
