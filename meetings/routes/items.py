"""The item being handled: opened, led step by step, shown and closed."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from meetings.actions import assents, items, leave, privacy, roll
from meetings.rules.steps import ItemStep

blueprint = Blueprint(
    "handlings", __name__, url_prefix="/meetings/<int:meeting_id>/items/<int:item_id>"
)


@blueprint.put("/opening")
@signed_in
def open_item(meeting_id: int, item_id: int) -> Response:
    return perform(items.open_item, meeting_id, item_id)


@blueprint.put("/leave")
@signed_in
def record_leave(meeting_id: int, item_id: int) -> Response:
    return perform(leave.record_leave, meeting_id, item_id, forms.answer(request.form, "given"))


@blueprint.put("/assent")
@signed_in
def record_assent(meeting_id: int, item_id: int) -> Response:
    return perform(assents.record_assent, meeting_id, item_id, forms.answer(request.form, "agreed"))


@blueprint.put("/recusals")
@signed_in
def stand_aside_accountable(meeting_id: int, item_id: int) -> Response:
    return perform(roll.stand_aside_accountable, meeting_id, item_id)


@blueprint.put("/attestation")
@signed_in
def attest_private(meeting_id: int, item_id: int) -> Response:
    return perform(privacy.attest_private, meeting_id, item_id)


@blueprint.put("/step")
@signed_in
def take_step(meeting_id: int, item_id: int) -> Response:
    step = forms.word(request.form, "step", ItemStep)
    before = forms.word(request.form, "before", ItemStep)
    confirmed = forms.flag(request.form, "confirmed")
    return perform(items.take_step, meeting_id, item_id, step, before, confirmed)


@blueprint.put("/closing")
@signed_in
def close_item(meeting_id: int, item_id: int) -> Response:
    return perform(items.close_item, meeting_id, item_id, forms.flag(request.form, "confirmed"))


@blueprint.put("/shown")
@signed_in
def show_document(meeting_id: int, item_id: int) -> Response:
    document = forms.maybe_whole(request.form, "document")
    page = forms.maybe_whole(request.form, "page") or 1
    return perform(items.show_document, meeting_id, item_id, document, page)
