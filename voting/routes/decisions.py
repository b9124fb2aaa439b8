"""The gavel, and its being taken back."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from voting.actions import decisions
from voting.models import How

blueprint = Blueprint("decisions", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.post("/items/<int:item_id>/decisions")
@signed_in
def gavel(meeting_id: int, item_id: int) -> Response:
    text = forms.text(request.form, "text", most=decisions.LONGEST)
    how = forms.word(request.form, "how", How)
    proposal = forms.maybe_whole(request.form, "proposal")
    vote = forms.maybe_whole(request.form, "vote")
    return perform(decisions.gavel, meeting_id, item_id, text, how, proposal, vote)


@blueprint.delete("/decisions/<int:decision_id>")
@signed_in
def undo_gavel(meeting_id: int, decision_id: int) -> Response:
    return perform(decisions.undo_gavel, meeting_id, decision_id)
