"""Tellers are chosen, and their devices make a key together: a message at a time."""

from collections.abc import Callable
from typing import ParamSpec

from flask import Blueprint, current_app, request
from werkzeug.wrappers import Response

from core import forms
from core.access import actor, database, perform, signed_in, takes_files, writer
from core.errors import BadInput, MovedOn
from core.workers import Workers
from voting.actions.tellers import ceremonies, choosing, messages
from voting.ballot import rounds
from voting.ballot.reasons import Fault
from voting.queries import tellers
from voting.rules.tellers import Stopped

blueprint = Blueprint("tellers", __name__, url_prefix="/meetings/<int:meeting_id>")

LONGEST = 100_000  # characters; the longest message is a polynomial for five
In = ParamSpec("In")


@blueprint.post("/tellers")
@signed_in
def choose_tellers(meeting_id: int) -> Response:
    people = forms.wholes({"people": ",".join(request.form.getlist("people"))}, "people")
    confirmed = forms.flag(request.form, "confirmed")
    return perform(choosing.choose_tellers, meeting_id, people, confirmed)


@blueprint.post("/ceremonies")
@signed_in
def start_ceremony(meeting_id: int) -> Response:
    return perform(ceremonies.start_ceremony, meeting_id)


@blueprint.put("/ceremonies/<int:ceremony_id>/rounds/<int:number>")
@takes_files
@signed_in
def say(meeting_id: int, ceremony_id: int, number: int) -> Response:
    """The body is the message, word for word."""
    text = _body()
    _check(meeting_id, ceremony_id, number, text)
    answer = perform(messages.say, meeting_id, ceremony_id, number, text)
    _conclude(meeting_id, ceremony_id)
    return answer


@blueprint.put("/ceremonies/<int:ceremony_id>/agreement")
@signed_in
def agree(meeting_id: int, ceremony_id: int) -> Response:
    return perform(ceremonies.agree, meeting_id, ceremony_id)


@blueprint.put("/ceremonies/<int:ceremony_id>/end")
@signed_in
def stop(meeting_id: int, ceremony_id: int) -> Response:
    why = Stopped.WORDS_DIFFER if forms.flag(request.form, "differ") else Stopped.MADE_ANEW
    return perform(ceremonies.stop, meeting_id, ceremony_id, why)


@blueprint.put("/ceremonies/<int:ceremony_id>/oblivion")
@signed_in
def forget(meeting_id: int, ceremony_id: int) -> Response:
    return perform(ceremonies.forget, meeting_id, ceremony_id)


def _body() -> str:
    """Never more than a message can be, so that nobody is kept busy reading."""
    if (request.content_length or 0) > LONGEST:
        raise BadInput("Det som skickades är för långt.")
    try:
        return request.get_data(cache=False).decode()
    except UnicodeDecodeError:
        raise BadInput("Det som skickades gick inte att förstå.") from None


def _check(meeting_id: int, ceremony_id: int, number: int, text: str) -> None:
    """What is sent in its turn; whether it is anybody's turn, the action asks again."""
    with database().reading() as session:
        ceremony = tellers.ceremony_in(session, meeting_id, ceremony_id)
        seat = tellers.seat_of(session, ceremony_id, actor().person_id)
        table = tellers.table(session, ceremony)
    if seat is None or ceremony.stopped_at is not None or table.round != number:
        return
    _worked(rounds.check_message, table, seat.seat, text)


def _conclude(meeting_id: int, ceremony_id: int) -> None:
    """After the last message: is it a key?"""
    with database().reading() as session:
        ceremony = tellers.ceremony_in(session, meeting_id, ceremony_id)
        table = tellers.table(session, ceremony)
    if table.round is not None or ceremony.tellers is not None:
        return
    try:
        keys = _worked(rounds.conclude, table)
        writer().submit(meeting_id, messages.conclude, ceremony_id, keys, by=None)
    except BadInput:
        writer().submit(meeting_id, ceremonies.give_up, ceremony_id, by=None)
    except MovedOn:
        pass  # somebody else concluded it, or it was stopped meanwhile


def _worked(function: Callable[In, str | None], *args: In.args, **kwargs: In.kwargs) -> str:
    """Heavy and pure: in another process."""
    workers: Workers = current_app.extensions["workers"]
    try:
        return workers.run(function, *args, **kwargs) or ""
    except Fault as fault:
        raise BadInput(
            "Det som enheten skickade stämmer inte ({code}). Avbryt och gör om nyckeln.",
            code=fault.code.value,
        ) from None
