"""A member's own marks and notes.  They stand behind no meeting's log and are never told."""

from flask import Blueprint
from werkzeug.wrappers import Response

from agenda.actions.preparation import mark_read, unmark, write_note
from agenda.routes.forms import sent
from core import log
from core.access import perform, signed_in
from core.forms import flag

blueprint = Blueprint(
    "preparation", __name__, url_prefix="/meetings/<int:meeting_id>/items/<int:item_id>"
)


@blueprint.put("/reading")
@signed_in
def read(meeting_id: int, item_id: int) -> Response:
    return perform(mark_read, log.REGISTER, meeting_id, item_id)


@blueprint.delete("/reading")
@signed_in
def unread(meeting_id: int, item_id: int) -> Response:
    return perform(unmark, log.REGISTER, meeting_id, item_id)


@blueprint.post("/reading")
@signed_in
def mark(meeting_id: int, item_id: int) -> Response:
    """A plain form says which of the two in `read`."""
    act = mark_read if flag(sent(), "read") else unmark
    return perform(act, log.REGISTER, meeting_id, item_id)


@blueprint.route("/note", methods=["PUT", "POST"])
@signed_in
def note(meeting_id: int, item_id: int) -> Response:
    text = sent().get("text", "")
    return perform(write_note, log.REGISTER, meeting_id, item_id, text, discreet=True)
