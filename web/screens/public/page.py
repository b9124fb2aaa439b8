"""Följ sammanträdet: no sign-in, no cookies, and complete without script."""

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from core import clock
from core.access import database, live, public
from core.actor import Audience, Onlooker
from web.language import current
from web.screens.public import answers
from web.screens.public.faces import face
from web.screens.public.scene import Scene

blueprint = Blueprint("public", __name__, url_prefix="/meetings/<int:meeting_id>")
FRESH = 1  # seconds, like the snapshot


@blueprint.get("/live")
@public
def follow(meeting_id: int) -> Response:
    with database().reading() as session:
        now = Scene(session, meeting_id)
        if not now.is_announced:
            abort(404)
        shown = face(now)
    onlooker = Onlooker(Audience.PUBLIC, language=current())
    return answers.page(
        "screens/public/page.html",
        FRESH,
        seen=live().seen(meeting_id, onlooker),
        meeting=now.meeting,
        face=shown,
        onlooker=onlooker,
        at=clock.now(),
    )
