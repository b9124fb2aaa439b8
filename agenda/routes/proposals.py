"""Proposals (yrkanden) are made and withdrawn here."""

from flask import Blueprint
from werkzeug.wrappers import Response

from agenda.actions.proposals import make_proposal, withdraw_proposal
from agenda.models import ProposalKind
from agenda.routes.forms import sent
from core.access import perform, signed_in
from core.forms import flag, maybe_whole, word

blueprint = Blueprint("proposals", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.post("/items/<int:item_id>/proposals")
@signed_in
def make(meeting_id: int, item_id: int) -> Response:
    form = sent()
    kind, text = word(form, "kind", ProposalKind), form.get("text", "")
    who = maybe_whole(form, "person"), form.get("proposer", "").strip() or None
    return perform(make_proposal, meeting_id, item_id, kind, text, *who, flag(form, "all_agree"))


@blueprint.delete("/proposals/<int:proposal_id>")
@blueprint.post("/proposals/<int:proposal_id>/withdrawal")
@signed_in
def withdraw(meeting_id: int, proposal_id: int) -> Response:
    return perform(withdraw_proposal, meeting_id, proposal_id, flag(sent(), "all_agree"))
