"""The notice board: posted, posted again and taken down."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import clerk, perform
from meetings.actions import board

blueprint = Blueprint("notices", __name__, url_prefix="/meetings/<int:meeting_id>/notices")


@blueprint.post("")
@clerk
def announce_meeting(meeting_id: int) -> Response:
    return perform(board.announce_meeting, meeting_id, *_before_us(), _urgent())


@blueprint.post("/<int:notice_id>/renewal")
@clerk
def post_again(meeting_id: int, notice_id: int) -> Response:
    return perform(board.post_again, meeting_id, notice_id)


@blueprint.delete("/<int:notice_id>")
@blueprint.post("/<int:notice_id>/removal")
@clerk
def take_down(meeting_id: int, notice_id: int) -> Response:
    confirmed = forms.flag(request.form, "confirmed")
    return perform(board.take_down, meeting_id, notice_id, confirmed)


def _urgent() -> tuple[int, ...]:
    """The items that were ticked."""
    return tuple(forms.whole({"urgent": item}, "urgent") for item in request.form.getlist("urgent"))


def _before_us() -> tuple[str | None, str | None]:
    """The day and the other board where it was posted first, if it was."""
    elsewhere = forms.maybe_text(request.form, "elsewhere")
    if elsewhere is None and not request.form.get("posted_on"):
        return None, None
    return forms.day(request.form, "posted_on"), elsewhere
