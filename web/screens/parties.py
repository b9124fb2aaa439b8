"""The colours of the council's parties, as a style sheet that anybody may fetch and keep."""

import hashlib
import re

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as BaseResponse

from core.access import database, public
from councils.models import Council, Party
from councils.queries.register import parties_of
from councils.rules.colours import BLACK, ink_on

blueprint = Blueprint("parties", __name__)


@blueprint.get("/councils/<int:council_id>/parties.css")
@public
def styles(council_id: int) -> BaseResponse:
    with database().reading() as session:
        if session.get(Council, council_id) is None:
            abort(404)
        parties = parties_of(session, council_id)
    sheet = "".join(map(_rule, parties))
    answer = Response(sheet, mimetype="text/css")
    answer.set_etag(hashlib.sha256(sheet.encode()).hexdigest()[:16])
    answer.headers["Cache-Control"] = "public, max-age=60, stale-while-revalidate=600"
    return answer.make_conditional(request)


def _rule(party: Party) -> str:
    ink = ink_on(party.colour) or BLACK
    return f".party-{_word(party.letters)} {{ --party: {party.colour}; --party-ink: {ink} }}\n"


def _word(letters: str) -> str:
    """As the class is written on the page, with what means something in a style sheet escaped."""
    return re.sub(r"[^\w-]", lambda sign: "\\" + sign[0], letters.replace(" ", "-"))
