"""Parties and constituencies."""

import re

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core.access import clerk, perform
from core.forms import maybe_whole, text
from core.log import REGISTER
from councils.actions import parties
from councils.actions.parties import Styled

blueprint = Blueprint("party_register", __name__)
VOTES = re.compile(r"votes-[0-9]{1,9}")


@blueprint.post("/councils/<int:council_id>/parties")
@clerk
def add(council_id: int) -> Response:
    return perform(parties.add_party, REGISTER, council_id, _styled())


@blueprint.route("/parties/<int:party_id>", methods=["PUT", "POST"])
@clerk
def change(party_id: int) -> Response:
    return perform(parties.change_party, REGISTER, party_id, _styled())


@blueprint.post("/parties/<int:party_id>/removal")
@clerk
def remove(party_id: int) -> Response:
    return perform(parties.remove_party, REGISTER, party_id)


@blueprint.post("/councils/<int:council_id>/constituencies")
@clerk
def add_constituency(council_id: int) -> Response:
    return perform(parties.add_constituency, REGISTER, council_id, text(request.form, "name"))


@blueprint.post("/constituencies/<int:constituency_id>/removal")
@clerk
def remove_constituency(constituency_id: int) -> Response:
    return perform(parties.remove_constituency, REGISTER, constituency_id)


@blueprint.route("/constituencies/<int:constituency_id>/votes", methods=["PUT", "POST"])
@clerk
def enter_votes(constituency_id: int) -> Response:
    return perform(parties.enter_votes, REGISTER, constituency_id, _votes())


def _votes() -> dict[int, int]:
    """One field for each party, `votes-` and its number; an empty one is not known."""
    form = request.form
    names = (name for name in form if VOTES.fullmatch(name))
    counts = {int(name.removeprefix("votes-")): maybe_whole(form, name) for name in names}
    return {party: count for party, count in counts.items() if count is not None}


def _styled() -> Styled:
    form = request.form
    place = maybe_whole(form, "place") or 0
    return Styled(text(form, "letters"), text(form, "name"), text(form, "colour"), place)
