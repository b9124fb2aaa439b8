"""Writing in the minutes."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core.access import clerk, perform
from meetings.actions.minutes import edit_minutes

blueprint = Blueprint("minutes_texts", __name__, url_prefix="/meetings/<int:meeting_id>/minutes")


@blueprint.put("/texts/<place>")
@clerk
def edit(meeting_id: int, place: str) -> Response:
    text = request.form.get("text", "").strip()
    version = request.form.get("version", default=0, type=int)
    return perform(edit_minutes, meeting_id, place, text, version)
