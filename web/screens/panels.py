"""The panels as they are now: catch-up after an absence, what is mine, the public's snapshot."""

from flask import Blueprint, abort, jsonify, request
from flask_login import current_user
from werkzeug.wrappers import Response

from core.access import live, public, signed_in
from core.actor import Audience
from core.live import onlooker_from
from meetings.models import Meeting

blueprint = Blueprint("panels", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/panels/<audience>")
@public
def panels(meeting_id: int, audience: str) -> Response:
    """Asked by everybody at once after a gap: all get the same drawing, and each what is theirs."""
    wire = live()
    onlooker = onlooker_from(request.args | {"audience": audience})
    person = int(current_user.id) if current_user.is_authenticated else None
    if onlooker.audience is not Audience.PUBLIC:
        with wire.database.reading() as session:
            if not wire.may_watch(session, meeting_id, onlooker, person):
                abort(403)
    own = {"me": wire.me(meeting_id, person)["me"]} if person is not None else {}
    return _never_kept(jsonify(wire.seen(meeting_id, onlooker) | own))


@blueprint.get("/me")
@signed_in
def me(meeting_id: int) -> Response:
    return _never_kept(jsonify(live().me(meeting_id, int(current_user.id))))


@blueprint.get("/snapshot.json")
@public
def snapshot(meeting_id: int) -> Response:
    """For the public, thousands at once: the same for everybody, cacheable, never a socket."""
    wire, onlooker = live(), onlooker_from(request.args | {"audience": Audience.PUBLIC})
    with wire.database.reading() as session:
        if session.get(Meeting, meeting_id) is None:
            abort(404)
    seen = wire.seen(meeting_id, onlooker)
    answer = jsonify(seen)
    answer.set_etag(str(seen["seq"]))
    answer.headers["Cache-Control"] = "public, max-age=1, stale-while-revalidate=5"
    return answer.make_conditional(request)


def _never_kept(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
