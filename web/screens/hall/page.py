"""The wall of the hall: nobody touches it, and everybody may look."""

from flask import Blueprint, abort, make_response, render_template
from werkzeug.wrappers import Response

from core.access import database, live, public
from core.actor import Audience, Onlooker
from web.language import current
from web.screens.public.scene import Scene

blueprint = Blueprint("hall", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/hall")
@public
def hall(meeting_id: int) -> Response:
    with database().reading() as session:
        now = Scene(session, meeting_id)
        if not now.is_announced:
            abort(404)
    onlooker = Onlooker(Audience.HALL, language=current())
    seen = live().seen(meeting_id, onlooker)
    answer = make_response(
        render_template("screens/hall/page.html", seen=seen, now=now, onlooker=onlooker)
    )
    answer.headers["Cache-Control"] = "no-cache"
    return answer
