"""The order of questions, as the chair proposes it and the council approves it."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from voting.actions import order

blueprint = Blueprint("question_orders", __name__, url_prefix="/meetings/<int:meeting_id>/items")


@blueprint.put("/<int:item_id>/question-order")
@signed_in
def approve_order(meeting_id: int, item_id: int) -> Response:
    return perform(order.approve_order, meeting_id, item_id, forms.wholes(request.form, "order"))
