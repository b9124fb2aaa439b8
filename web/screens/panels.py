"""The panels as they are now: catch-up after an absence, what is mine, the public's snapshot."""

from flask import Blueprint, abort, jsonify, request
from flask_login import current_user
from werkzeug.wrappers import Response

from core import log
from core.access import live, public, signed_in
from core.actor import Audience
from core.live import onlooker_from

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
    found = wire.database.ask(log.SEQ, meeting=meeting_id)
    if not found or meeting_id == log.REGISTER:
        abort(404)
    answer = Response(mimetype="application/json")
    answer.set_etag(str(found[0].seq))
    answer.headers["Cache-Control"] = "public, max-age=1, stale-while-revalidate=5"
    if not request.if_none_match.contains_weak(str(found[0].seq)):
        answer.data = wire.written(meeting_id, onlooker, found[0].seq)
    return answer.make_conditional(request)


def _never_kept(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
