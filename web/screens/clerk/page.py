"""The page itself."""

from flask import Blueprint, abort, render_template
from flask_login import current_user

from core.access import clerk as office
from core.access import live
from core.actor import Audience, Onlooker
from meetings.models import Meeting
from web.language import current

blueprint = Blueprint("clerk", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/clerk")
@office
def clerk(meeting_id: int) -> str:
    wire, onlooker = live(), Onlooker(Audience.CLERK, language=current())
    with wire.database.reading() as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None:
            abort(404)
        if not wire.may_watch(session, meeting_id, onlooker, current_user.id):
            abort(403)
    seen = wire.seen(meeting_id, onlooker)
    return render_template("screens/clerk/page.html", seen=seen, meeting=meeting)
