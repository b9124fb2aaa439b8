"""The panels as they are now: catch-up after an absence, and the public's snapshot."""

from flask import Blueprint, abort, jsonify, request
from flask_login import current_user
from werkzeug.wrappers import Response

from core.access import live, public
from core.actor import Audience, Onlooker

blueprint = Blueprint("panels", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/panels/<audience>")
@public
def panels(meeting_id: int, audience: str) -> Response:
    wire = live()
    if audience not in set(Audience):
        abort(404)
    onlooker = Onlooker(
        Audience(audience), request.args.get("group"), request.args.get("language", "sv")
    )
    person = int(current_user.id) if current_user.is_authenticated else None
    with wire.database.reading() as session:
        looks = onlooker.audience is Audience.PUBLIC
        if not looks and not wire.may_watch(session, meeting_id, onlooker, person):
            abort(403)
    return jsonify(wire.view(meeting_id, onlooker))


@blueprint.get("/snapshot.json")
@public
def snapshot(meeting_id: int) -> Response:
    """For the public, thousands at once: the same for everybody, cacheable, never a socket."""
    seen = live().view(meeting_id, Onlooker(Audience.PUBLIC))
    answer = jsonify(seen)
    answer.set_etag(str(seen["seq"]))
    answer.headers["Cache-Control"] = "public, max-age=1, stale-while-revalidate=5"
    return answer.make_conditional(request)
