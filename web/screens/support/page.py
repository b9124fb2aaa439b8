"""The page itself.  A political secretary sees the own group, whatever the address asks for."""

from flask import Blueprint, abort, render_template
from flask_login import current_user

from core.access import desk, live
from core.actor import Audience, Onlooker
from meetings.models import Meeting
from web.language import current

blueprint = Blueprint("support", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/support")
@desk
def support(meeting_id: int) -> str:
    wire = live()
    group = None if current_user.has("clerk") else own_group()
    onlooker = Onlooker(Audience.SUPPORT, group, current())
    with wire.database.reading() as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None:
            abort(404)
        if not wire.may_watch(session, meeting_id, onlooker, current_user.id):
            abort(403)
    return render_template(
        "screens/support/page.html",
        meeting=meeting,
        group=onlooker.group,
        seen=wire.seen(meeting_id, onlooker),
    )


def own_group() -> str | None:
    letters: str | None = current_user.letters
    return letters
