"""The device check."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core.access import perform, signed_in
from councils.actions import checks

blueprint = Blueprint("checks", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.post("/trial-votes")
@signed_in
def try_vote(meeting_id: int) -> Response:
    return perform(checks.try_vote, meeting_id)


@blueprint.put("/device-check")
@signed_in
def record(meeting_id: int) -> Response:
    faults = request.form.getlist("fault")
    return perform(checks.record_check, meeting_id, faults, request.form.get("vote_ms", type=int))
