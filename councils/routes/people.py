"""People, their tasks, and the order in which substitutes are called."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core.access import clerk, perform
from core.forms import maybe_text, maybe_whole, text, whole, word
from core.log import REGISTER
from councils.actions import people, roles
from councils.actions.people import Entered, Standing
from councils.models import Role

blueprint = Blueprint("people", __name__)


@blueprint.post("/councils/<int:council_id>/people")
@clerk
def add(council_id: int) -> Response:
    return perform(people.add_person, REGISTER, council_id, _entered())


@blueprint.route("/people/<int:person_id>", methods=["PUT", "POST"])
@clerk
def change(person_id: int) -> Response:
    return perform(people.change_person, REGISTER, person_id, _entered())


@blueprint.post("/people/<int:person_id>/roles")
@clerk
def give_role(person_id: int) -> Response:
    return perform(roles.give_role, REGISTER, person_id, word(request.form, "role", Role))


@blueprint.post("/people/<int:person_id>/roles/<role>/removal")
@clerk
def take_role(person_id: int, role: str) -> Response:
    return perform(roles.take_role, REGISTER, person_id, word({"role": role}, "role", Role))


@blueprint.route("/people/<int:person_id>/calling-place", methods=["PUT", "POST"])
@clerk
def move_substitute(person_id: int) -> Response:
    return perform(roles.move_substitute, REGISTER, person_id, whole(request.form, "place"))


def _entered() -> Entered:
    form = request.form
    return Entered(
        name=text(form, "name"),
        party_id=maybe_whole(form, "party_id"),
        email=maybe_text(form, "email"),
        phone=maybe_text(form, "phone", most=30),
        external_id=maybe_text(form, "external_id"),
        standing=word(form, "standing", Standing),
        seat=maybe_whole(form, "seat"),
        constituency_id=maybe_whole(form, "constituency_id"),
        list_name=maybe_text(form, "list_name", most=80),
        party_seat=maybe_whole(form, "party_seat"),
    )
