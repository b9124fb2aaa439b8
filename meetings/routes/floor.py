"""The floor: asked for, withdrawn, ordered, given and ended."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from meetings.actions import floor
from meetings.models import RequestKind

blueprint = Blueprint("floor", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.post("/requests")
@signed_in
def request_floor(meeting_id: int) -> Response:
    form = request.form
    asked = (forms.whole(form, "item"), forms.word(form, "kind", RequestKind))
    more = (forms.maybe_whole(form, "reply_to"), forms.maybe_whole(form, "person"))
    return perform(floor.request_floor, meeting_id, *asked, *more)


@blueprint.delete("/requests/<int:request_id>")
@signed_in
def withdraw_request(meeting_id: int, request_id: int) -> Response:
    return perform(floor.withdraw_request, meeting_id, request_id)


@blueprint.put("/requests/<int:request_id>/place")
@signed_in
def move_request(meeting_id: int, request_id: int) -> Response:
    before = forms.maybe_whole(request.form, "before")
    return perform(floor.move_request, meeting_id, request_id, before)


@blueprint.put("/requests/<int:request_id>/kind")
@signed_in
def change_request_kind(meeting_id: int, request_id: int) -> Response:
    kind = forms.word(request.form, "kind", RequestKind)
    return perform(floor.change_request_kind, meeting_id, request_id, kind)


@blueprint.put("/requests/<int:request_id>/floor")
@signed_in
def give_floor(meeting_id: int, request_id: int) -> Response:
    return perform(floor.give_floor, meeting_id, request_id)


@blueprint.post("/speeches")
@signed_in
def give_floor_to(meeting_id: int) -> Response:
    return perform(floor.give_floor_to, meeting_id, forms.whole(request.form, "person"))


@blueprint.put("/speeches/<int:speech_id>/end")
@signed_in
def end_speech(meeting_id: int, speech_id: int) -> Response:
    return perform(floor.end_speech, meeting_id, speech_id)


@blueprint.put("/items/<int:item_id>/list-closing")
@signed_in
def close_list(meeting_id: int, item_id: int) -> Response:
    return perform(floor.close_list, meeting_id, item_id)


@blueprint.delete("/items/<int:item_id>/list-closing")
@signed_in
def reopen_list(meeting_id: int, item_id: int) -> Response:
    return perform(floor.reopen_list, meeting_id, item_id)
