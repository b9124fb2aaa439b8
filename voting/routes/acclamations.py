"""Questions answered by voice, and the demand for a division."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from voting.actions import acclamations, demands

blueprint = Blueprint("acclamations", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.post("/items/<int:item_id>/acclamations")
@signed_in
def open_acclamation(meeting_id: int, item_id: int) -> Response:
    return perform(acclamations.open_acclamation, meeting_id, item_id)


@blueprint.put("/acclamations/<int:acclamation_id>/answer")
@signed_in
def answer_acclamation(meeting_id: int, acclamation_id: int) -> Response:
    """The same key whatever is answered: one answer each, and none that can be read afterwards."""
    act = (acclamations.answer_acclamation, meeting_id, acclamation_id)
    answer = forms.whole(request.form, "proposal")
    return perform(*act, answer, discreet=True, key=f"acclamation-{acclamation_id}")


@blueprint.put("/acclamations/<int:acclamation_id>/finding")
@signed_in
def find(meeting_id: int, acclamation_id: int) -> Response:
    found = forms.whole(request.form, "proposal")
    return perform(acclamations.find, meeting_id, acclamation_id, found)


@blueprint.post("/items/<int:item_id>/division-demands")
@signed_in
def demand_division(meeting_id: int, item_id: int) -> Response:
    aloud = forms.maybe_whole(request.form, "person")
    return perform(demands.demand_division, meeting_id, item_id, aloud)
