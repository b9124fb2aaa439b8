"""Kungörelse and kallelse: time, place and items, on the board and on paper (KL 5:13–15)."""

from flask import Blueprint, render_template
from flask_login import current_user

from agenda.policy import may_edit_agenda, may_see_agenda
from agenda.queries.listing import rows
from agenda.queries.meetings import meeting_now
from agenda.queries.people import chair_of
from core import clock, swedish
from core.access import database, public
from core.actor import Actor
from core.errors import NotFound
from councils.models import Council
from web.screens.deadlines import deadline

blueprint = Blueprint("summons", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/summons")
@public
def summons(meeting_id: int) -> str:
    """Anybody's once the meeting is convened; until then a draft for the office."""
    person = int(current_user.id) if current_user.is_authenticated else None
    with database().reading() as session:
        meeting = meeting_now(session, meeting_id)
        if not may_see_agenda(session, meeting, person):
            raise NotFound("Sammanträdet är inte kungjort än.")
        told = {
            "meeting": meeting,
            "council": session.get_one(Council, meeting.council_id),
            "rows": rows(session, meeting),
            "chair": chair_of(session, meeting),
            "writes": person is not None and may_edit_agenda(session, meeting, Actor(person)),
            "deadline": deadline(meeting, swedish.local_day(clock.now())),
        }
    return render_template("screens/summons.html", **told)
