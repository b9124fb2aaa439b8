"""Planned, convened, opened, led, adjourned and closed."""

from typing import Any

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import clerk, perform, signed_in
from core.log import REGISTER
from meetings.actions import conduct, planning
from meetings.rules.convening import MeetingGround

blueprint = Blueprint("meetings", __name__, url_prefix="/meetings")


@blueprint.post("")
@clerk
def plan_meeting() -> Response:
    council = forms.whole(request.form, "council_id")
    return perform(planning.plan_meeting, REGISTER, council, *_plan())


@blueprint.put("/<int:meeting_id>")
@clerk
def change_meeting(meeting_id: int) -> Response:
    return perform(planning.change_meeting, meeting_id, *_plan())


@blueprint.put("/<int:meeting_id>/convening")
@clerk
def convene(meeting_id: int) -> Response:
    again, announce = (forms.flag(request.form, field) for field in ("again", "announce"))
    return perform(planning.convene, meeting_id, again, announce)


@blueprint.put("/<int:meeting_id>/opening")
@signed_in
def open_meeting(meeting_id: int) -> Response:
    return perform(conduct.open_meeting, meeting_id)


@blueprint.put("/<int:meeting_id>/chair")
@signed_in
def take_chair(meeting_id: int) -> Response:
    return perform(conduct.take_chair, meeting_id, forms.whole(request.form, "person"))


@blueprint.post("/<int:meeting_id>/adjournments")
@signed_in
def adjourn(meeting_id: int) -> Response:
    until = forms.maybe_hour(request.form, "until")
    return perform(conduct.adjourn, meeting_id, until, forms.maybe_text(request.form, "reason"))


@blueprint.put("/<int:meeting_id>/resumption")
@signed_in
def resume(meeting_id: int) -> Response:
    return perform(conduct.resume, meeting_id)


@blueprint.put("/<int:meeting_id>/closure")
@signed_in
def close_meeting(meeting_id: int) -> Response:
    return perform(conduct.close_meeting, meeting_id, forms.flag(request.form, "confirmed"))


def _plan() -> tuple[Any, ...]:
    """Title, day, time, place, whether at a distance, the first § if given, and why it is extra."""
    form = request.form
    return (
        forms.text(form, "title"),
        forms.day(form, "date"),
        forms.hour(form, "starts"),
        forms.maybe_text(form, "place"),
        forms.flag(form, "remote"),
        forms.maybe_whole(form, "first_paragraph"),
        forms.word(form, "ground", MeetingGround) if form.get("ground") else None,
        forms.maybe_whole(form, "asked"),
    )
