"""Requests to take part at a distance, and the answers."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from meetings.actions import distance
from meetings.rules.distance import Answer

blueprint = Blueprint("distance", __name__, url_prefix="/meetings/<int:meeting_id>/remote-requests")
ONE = "/<int:person_id>"


@blueprint.post("")
@signed_in
def ask_for_somebody(meeting_id: int) -> Response:
    told = (forms.whole(request.form, "person"), request.form.get("reason", ""))
    return perform(distance.request_distance, meeting_id, *told)


@blueprint.post("/grants")
@signed_in
def grant_to_somebody(meeting_id: int) -> Response:
    return perform(distance.grant_now, meeting_id, forms.whole(request.form, "person"))


@blueprint.route(ONE, methods=["PUT", "POST"])
@signed_in
def ask(meeting_id: int, person_id: int) -> Response:
    reason = request.form.get("reason", "")
    return perform(distance.request_distance, meeting_id, person_id, reason)


@blueprint.post(f"{ONE}/withdrawal")
@signed_in
def withdraw(meeting_id: int, person_id: int) -> Response:
    return perform(distance.withdraw_request, meeting_id, person_id)


@blueprint.route(f"{ONE}/answer", methods=["PUT", "POST"])
@signed_in
def answer(meeting_id: int, person_id: int) -> Response:
    said = forms.word(request.form, "answer", Answer)
    return perform(
        distance.answer_request, meeting_id, person_id, said, request.form.get("why", "")
    )


@blueprint.route(f"{ONE}/grant", methods=["PUT", "POST"])
@signed_in
def grant(meeting_id: int, person_id: int) -> Response:
    """In the moment, also for one who has not asked."""
    return perform(distance.grant_now, meeting_id, person_id)
