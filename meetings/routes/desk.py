"""Help asked for and given, and documents held out and opened."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import desk, perform, signed_in
from meetings.actions import desk as support
from meetings.actions import pairing

blueprint = Blueprint("desk", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.post("/help-calls")
@signed_in
def ask_help(meeting_id: int) -> Response:
    return perform(support.ask_help, meeting_id, forms.text(request.form, "reason"))


@blueprint.put("/help-calls/<int:call_id>/answer")
@desk
def answer_help(meeting_id: int, call_id: int) -> Response:
    return perform(support.answer_help, meeting_id, call_id)


@blueprint.put("/help-calls/<int:call_id>/end")
@signed_in
def end_help(meeting_id: int, call_id: int) -> Response:
    return perform(support.end_help, meeting_id, call_id)


@blueprint.post("/pairings")
@desk
def note_pairing(meeting_id: int) -> Response:
    person, other = forms.whole(request.form, "person"), forms.whole(request.form, "other")
    return perform(pairing.note_pairing, meeting_id, person, other)


@blueprint.delete("/pairings/<int:pairing_id>")
@desk
def strike_pairing(meeting_id: int, pairing_id: int) -> Response:
    return perform(pairing.strike_pairing, meeting_id, pairing_id)


@blueprint.post("/document-offers")
@desk
def offer_document(meeting_id: int) -> Response:
    person = forms.whole(request.form, "person")
    document = forms.whole(request.form, "document")
    return perform(support.offer_document, meeting_id, person, document)


@blueprint.put("/document-offers/<int:offer_id>/answer")
@signed_in
def answer_offer(meeting_id: int, offer_id: int) -> Response:
    return perform(support.answer_offer, meeting_id, offer_id, forms.text(request.form, "answer"))


@blueprint.put("/open-document")
@signed_in
def open_document(meeting_id: int) -> Response:
    document = forms.maybe_whole(request.form, "document")
    follows = forms.flag(request.form, "follows")
    return perform(support.open_document, meeting_id, document, follows)
