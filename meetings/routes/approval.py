"""Justering: verifiers, the text made ready, answers, and what becomes of it afterwards."""

from typing import Protocol

from flask import Blueprint, current_app, request
from werkzeug.wrappers import Response

from core import forms
from core.access import clerk, perform, signed_in
from core.errors import BadInput
from meetings.actions import approval
from meetings.rules.personal_data import Personal

blueprint = Blueprint("approvals", __name__, url_prefix="/meetings/<int:meeting_id>/minutes")
PREFIX = "/versions/<int:version_id>"


class Press(Protocol):
    """Sets the minutes in words; made by `web.screens.minutes`."""

    def set_text(self, meeting_id: int, item_id: int | None) -> tuple[str, str, int]:
        """The exact text, what it was made of, and the last entry of the log in it."""

    def count_left(self, meeting_id: int, version_id: int) -> int:
        """Proposals of what to hide that nobody has looked at."""


@blueprint.put("/verifiers")
@signed_in
def choose(meeting_id: int) -> Response:
    form = request.form
    return perform(
        approval.choose_verifiers,
        meeting_id,
        tuple(_person(one) for one in form.getlist("verifier") if one.strip()),
        forms.day(form, "date"),
        forms.maybe_hour(form, "starts"),
        forms.maybe_text(form, "place"),
        forms.flag(form, "confirmed"),
    )


@blueprint.post("/versions")
@signed_in
def make_ready(meeting_id: int) -> Response:
    item = forms.maybe_whole(request.form, "item")
    return perform(approval.make_ready, meeting_id, item, *_press().set_text(meeting_id, item))


@blueprint.delete(PREFIX)
@signed_in
def take_back(meeting_id: int, version_id: int) -> Response:
    return perform(approval.take_back, meeting_id, version_id)


@blueprint.put(f"{PREFIX}/acceptance")
@signed_in
def accept(meeting_id: int, version_id: int) -> Response:
    digest = forms.text(request.form, "digest")
    return perform(approval.accept, meeting_id, version_id, digest)


@blueprint.put(f"{PREFIX}/objection")
@signed_in
def object_to(meeting_id: int, version_id: int) -> Response:
    reason = request.form.get("reason", "")
    return perform(approval.object_to, meeting_id, version_id, reason)


@blueprint.put(f"{PREFIX}/signatures/<int:person_id>")
@clerk
def sign_on_paper(meeting_id: int, version_id: int, person_id: int) -> Response:
    on = forms.day(request.form, "on")
    return perform(approval.sign_on_paper, meeting_id, version_id, person_id, on)


@blueprint.post("/masks")
@clerk
def decide_mask(meeting_id: int) -> Response:
    form = request.form
    return perform(
        approval.decide_mask,
        meeting_id,
        forms.text(form, "text", most=500),
        forms.word(form, "kind", Personal),
        forms.flag(form, "hidden"),
        forms.maybe_text(form, "reason"),
    )


@blueprint.put(f"{PREFIX}/publication")
@clerk
def publish(meeting_id: int, version_id: int) -> Response:
    left = _press().count_left(meeting_id, version_id)
    return perform(approval.publish, meeting_id, version_id, left)


@blueprint.post(f"{PREFIX}/notices")
@clerk
def announce(meeting_id: int, version_id: int) -> Response:
    form = request.form
    elsewhere = forms.maybe_text(form, "elsewhere")
    posted_on = forms.day(form, "posted_on") if form.get("posted_on") else None
    return perform(
        approval.announce,
        meeting_id,
        version_id,
        forms.text(form, "minutes_at", most=500),
        posted_on,
        elsewhere,
    )


def _person(text: str) -> int:
    if not text.strip().isdecimal():
        raise BadInput("Välj en ledamot.", "verifier")
    return int(text)


def _press() -> Press:
    found: Press = current_app.extensions["press"]
    return found
