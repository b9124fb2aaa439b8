"""For whoever watches over the server: is it well, and does it stay?"""

from flask import Blueprint, current_app, jsonify
from werkzeug.wrappers import Response

from core.access import public

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@public
def healthz() -> Response:
    leaving = bool(current_app.extensions.get("draining"))
    answer = jsonify(ok=not leaving)
    answer.status_code = 503 if leaving else 200
    answer.headers["Cache-Control"] = "no-store"
    return answer
