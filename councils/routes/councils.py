"""Councils, as the office describes them."""

from datetime import date

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core.access import clerk, perform
from core.forms import day, maybe_text, maybe_whole, text, whole, word
from core.log import REGISTER
from councils.actions import councils, sizes
from councils.actions.councils import Described
from councils.rules.size import Body

blueprint = Blueprint("councils", __name__, url_prefix="/councils")


@blueprint.post("")
@clerk
def found() -> Response:
    return perform(councils.found_council, REGISTER, _described())


@blueprint.route("/<int:council_id>", methods=["PUT", "POST"])
@clerk
def change(council_id: int) -> Response:
    return perform(councils.change_council, REGISTER, council_id, _described())


@blueprint.route("/<int:council_id>/sizes", methods=["PUT", "POST"])
@clerk
def decide_size(council_id: int) -> Response:
    form = request.form
    decided = date.fromisoformat(day(form, "decided_on"))
    told = (whole(form, "seats"), decided, text(form, "reference"), whole(form, "election"))
    return perform(sizes.decide_size, REGISTER, council_id, *told)


@blueprint.delete("/<int:council_id>/sizes/<begins>")
@blueprint.post("/<int:council_id>/sizes/<begins>/removal")
@clerk
def strike_size(council_id: int, begins: str) -> Response:
    return perform(sizes.strike_size, REGISTER, council_id, begins)


def _described() -> Described:
    form = request.form
    return Described(
        name=text(form, "name"),
        kind=word(form, "kind", Body),
        seats=whole(form, "seats"),
        electors=maybe_whole(form, "electors"),
        term_from=maybe_text(form, "term_from"),
        term_to=maybe_text(form, "term_to"),
        help_phone=maybe_text(form, "help_phone", most=30),
        email=maybe_text(form, "email"),
    )
