"""Which proposals are put, and in what order, as the council approves it."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from agenda.rules.proposals import PutRefusal
from core import forms
from core.access import perform, signed_in
from voting.actions import order, refusals

blueprint = Blueprint("question_orders", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.put("/proposals/<int:proposal_id>/refusal")
@signed_in
def refuse_to_put(meeting_id: int, proposal_id: int) -> Response:
    why = forms.word(request.form, "ground", PutRefusal)
    words = forms.text(request.form, "words", most=refusals.LONGEST)
    return perform(refusals.refuse_to_put, meeting_id, proposal_id, why, words)


@blueprint.delete("/proposals/<int:proposal_id>/refusal")
@signed_in
def undo_refusal(meeting_id: int, proposal_id: int) -> Response:
    return perform(refusals.undo_refusal, meeting_id, proposal_id)


@blueprint.put("/items/<int:item_id>/question-order")
@signed_in
def approve_order(meeting_id: int, item_id: int) -> Response:
    return perform(order.approve_order, meeting_id, item_id, forms.wholes(request.form, "order"))
