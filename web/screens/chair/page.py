"""The page itself."""

from flask import Blueprint, abort, render_template
from flask_login import current_user

from core.access import live, signed_in
from core.actor import Audience, Onlooker
from meetings.models import Meeting
from web.language import current

blueprint = Blueprint("chair", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/chair")
@signed_in
def chair(meeting_id: int) -> str:
    wire, onlooker = live(), Onlooker(Audience.CHAIR, language=current())
    with wire.database.reading() as session:
        if not wire.may_watch(session, meeting_id, onlooker, current_user.id):
            abort(403)
        meeting = session.get_one(Meeting, meeting_id)
    seen = wire.seen(meeting_id, onlooker)
    return render_template("screens/chair/page.html", seen=seen, meeting=meeting)
