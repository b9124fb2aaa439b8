"""The agenda is written here, by the council office.

Beside PUT and DELETE every act can be sent by a plain form, without script.
"""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from agenda.actions import accountable
from agenda.actions.carrying import carry_over
from agenda.actions.items import (
    add_item,
    add_items,
    change_item,
    move_item,
    remove_item,
    restore_item,
)
from agenda.routes.forms import changes, sent, wording
from agenda.rules.audit import AuditMatter
from agenda.rules.pasted import read_rows
from core.access import clerk, perform, takes_files
from core.errors import BadInput
from core.forms import maybe_whole, whole, word

blueprint = Blueprint("agenda_items", __name__, url_prefix="/meetings/<int:meeting_id>/agenda")


@blueprint.post("")
@clerk
def add(meeting_id: int) -> Response:
    return perform(add_item, meeting_id, wording(), maybe_whole(sent(), "position"))


@blueprint.post("/rows")
@takes_files
@clerk
def add_rows(meeting_id: int) -> Response:
    pasted = read_rows(sent().get("rows", ""))
    if pasted.faults:
        raise BadInput("Rätta raderna först. Inget är tillagt.", "rows")
    return perform(add_items, meeting_id, pasted.wordings)


@blueprint.post("/carried")
@clerk
def carry(meeting_id: int) -> Response:
    return perform(carry_over, meeting_id, whole(sent(), "item"))


@blueprint.route("/<int:item_id>", methods=["PUT", "POST"])
@clerk
def change(meeting_id: int, item_id: int) -> Response:
    return perform(change_item, meeting_id, item_id, changes())


@blueprint.route("/<int:item_id>/place", methods=["PUT", "POST"])
@clerk
def move(meeting_id: int, item_id: int) -> Response:
    return perform(move_item, meeting_id, item_id, whole(sent(), "position"))


@blueprint.route("/<int:item_id>/accountable", methods=["PUT", "POST"])
@clerk
def list_accountable(meeting_id: int, item_id: int) -> Response:
    matter = word(sent(), "matter", AuditMatter) if sent().get("matter") else None
    people = [whole({"people": each}, "people") for each in request.form.getlist("people")]
    return perform(accountable.list_accountable, meeting_id, item_id, matter, people)


@blueprint.delete("/<int:item_id>")
@blueprint.post("/<int:item_id>/removal")
@clerk
def remove(meeting_id: int, item_id: int) -> Response:
    return perform(remove_item, meeting_id, item_id)


@blueprint.delete("/<int:item_id>/removal")
@blueprint.post("/<int:item_id>/restoration")
@clerk
def restore(meeting_id: int, item_id: int) -> Response:
    return perform(restore_item, meeting_id, item_id)
