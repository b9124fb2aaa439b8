"""The summons: sent to everybody, noted for some, struck for one."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import clerk, perform
from meetings.actions import summoning
from meetings.models import How

blueprint = Blueprint("summonses", __name__, url_prefix="/meetings/<int:meeting_id>/summonses")


@blueprint.post("/letters")
@clerk
def send_summons(meeting_id: int) -> Response:
    return perform(summoning.send_summons, meeting_id)


@blueprint.post("")
@clerk
def note_summons(meeting_id: int) -> Response:
    form = request.form
    people = tuple(forms.whole({"person": one}, "person") for one in form.getlist("person"))
    how, day = forms.word(form, "how", How), forms.day(form, "day")
    return perform(summoning.note_summons, meeting_id, people, how, day)


@blueprint.post("/<int:person_id>/withdrawal")
@clerk
def strike_summons(meeting_id: int, person_id: int) -> Response:
    return perform(summoning.strike_summons, meeting_id, person_id)
