"""Elections on ballots: planned, held in another way, abandoned."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from councils.rules.procedure import ElectionMethod
from voting.actions.elections import abandoning, planning
from voting.actions.elections.planning import Plan
from voting.models import Part
from voting.rules.elections import ElectionKind

blueprint = Blueprint("elections", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.post("/items/<int:item_id>/elections")
@signed_in
def plan_election(meeting_id: int, item_id: int) -> Response:
    form = request.form
    plan = Plan(
        part=forms.word(form, "part", Part),
        title=forms.text(form, "title"),
        places=forms.whole(form, "places"),
        election=forms.word(form, "election", ElectionKind),
        method=forms.word(form, "method", ElectionMethod),
        accepts=forms.flag(form, "accepts"),
    )
    return perform(planning.plan_election, meeting_id, item_id, plan)


@blueprint.put("/elections/<int:election_id>/method")
@signed_in
def change_method(meeting_id: int, election_id: int) -> Response:
    method = forms.word(request.form, "method", ElectionMethod)
    accepts = forms.flag(request.form, "accepts")
    return perform(planning.change_method, meeting_id, election_id, method, accepts)


@blueprint.put("/elections/<int:election_id>/abandonment")
@signed_in
def abandon_election(meeting_id: int, election_id: int) -> Response:
    reason = forms.text(request.form, "reason", most=abandoning.LONGEST)
    on_paper = forms.flag(request.form, "on_paper")
    return perform(abandoning.abandon_election, meeting_id, election_id, reason, on_paper)
