"""The colours of the council's parties, as a style sheet that anybody may fetch and keep."""

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as BaseResponse

from core.access import database, public
from councils.models import Council
from councils.queries.register import parties_of
from web import colours

blueprint = Blueprint("parties", __name__)


@blueprint.get("/councils/<int:council_id>/parties.css")
@public
def styles(council_id: int) -> BaseResponse:
    with database().reading() as session:
        if session.get(Council, council_id) is None:
            abort(404)
        sheet = colours.sheet(parties_of(session, council_id))
    answer = Response(sheet, mimetype="text/css")
    answer.set_etag(colours.mark(sheet))
    answer.headers["Cache-Control"] = "public, max-age=60, stale-while-revalidate=600"
    return answer.make_conditional(request)
