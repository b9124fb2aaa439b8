"""The roll call, arrivals and leaving, substitutes, identity and conflicts of interest."""

from enum import StrEnum

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import clerk, perform, signed_in
from meetings.actions import roll
from meetings.actions.roll.identity import Method
from meetings.models import Mode

blueprint = Blueprint("roll", __name__, url_prefix="/meetings/<int:meeting_id>")


class Answer(StrEnum):
    HALL = Mode.HALL.value
    REMOTE = Mode.REMOTE.value
    ABSENT = roll.ABSENT


@blueprint.put("/seats/<int:seat>/answer")
@signed_in
def answer_roll(meeting_id: int, seat: int) -> Response:
    answer = forms.word(request.form, "answer", Answer)
    return perform(roll.answer_roll, meeting_id, seat, answer, _confirmed())


@blueprint.put("/roll-call")
@signed_in
def finish_roll(meeting_id: int) -> Response:
    return perform(roll.finish_roll, meeting_id)


@blueprint.put("/seats/<int:seat>/identity")
@signed_in
def identify(meeting_id: int, seat: int) -> Response:
    method = forms.word(request.form, "how", Method)
    return perform(roll.identify, meeting_id, seat, method, _person())


@blueprint.put("/identities")
@signed_in
def identify_all(meeting_id: int) -> Response:
    method = forms.word(request.form, "how", Method)
    return perform(roll.identify_all, meeting_id, forms.wholes(request.form, "seats"), method)


@blueprint.put("/seats/<int:seat>/substitute")
@signed_in
def call_substitute(meeting_id: int, seat: int) -> Response:
    unavailable = forms.wholes(request.form, "unavailable")
    told = (_person(), unavailable, _mode(Mode.HALL), forms.flag(request.form, "confirmed"))
    return perform(roll.call_substitute, meeting_id, seat, *told)


@blueprint.put("/seats/<int:seat>/correction")
@clerk
def correct_seat(meeting_id: int, seat: int) -> Response:
    reason = request.form.get("reason", "")
    told = (_person(), _mode(Mode.HALL), reason, forms.flag(request.form, "confirmed"))
    return perform(roll.correct_seat, meeting_id, seat, *told)


@blueprint.put("/attendance")
@signed_in
def arrive(meeting_id: int) -> Response:
    return perform(roll.arrive, meeting_id, _mode(), _person(), _confirmed())


@blueprint.put("/attendance/mode")
@signed_in
def move(meeting_id: int) -> Response:
    return perform(roll.move, meeting_id, _mode(), _person(), _confirmed())


@blueprint.delete("/attendance")
@signed_in
def leave(meeting_id: int) -> Response:
    return perform(roll.leave, meeting_id, _person(), forms.flag(request.form, "confirmed"))


@blueprint.put("/recusals/<int:person_id>")
@signed_in
def recuse(meeting_id: int, person_id: int) -> Response:
    return perform(roll.recuse, meeting_id, person_id)


@blueprint.delete("/recusals/<int:person_id>")
@signed_in
def end_recusal(meeting_id: int, person_id: int) -> Response:
    return perform(roll.end_recusal, meeting_id, person_id)


def _person() -> int | None:
    """Somebody else than oneself, where that is meant."""
    return forms.maybe_whole(request.form, "person")


def _confirmed() -> bool:
    return forms.flag(request.form, "confirmed")


def _mode(otherwise: Mode | None = None) -> Mode:
    if otherwise is not None and not request.form.get("mode"):
        return otherwise
    return forms.word(request.form, "mode", Mode)
