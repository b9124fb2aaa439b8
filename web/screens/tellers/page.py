"""The teller's page, and what it asks every other second while it is open."""

from dataclasses import dataclass

from flask import Blueprint, abort, current_app, jsonify, render_template, request
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core.access import database, signed_in
from meetings.queries import state
from voting.models import KeyCeremony, TrusteeSeat
from voting.queries import tellers
from web.screens import booth
from web.screens.tellers.standing import told_to

blueprint = Blueprint("teller", __name__, url_prefix="/meetings/<int:meeting_id>")


@dataclass(frozen=True)
class _Mine:
    ceremony: KeyCeremony
    seat: TrusteeSeat


@blueprint.get("/teller")
@signed_in
def teller(meeting_id: int) -> Response:
    """For those whom the council has chosen, and for those who sit in a ceremony from before."""
    with database().reading() as session:
        meeting = state.meeting(session, meeting_id)
        chosen = tellers.chosen(session, meeting_id)
        is_chosen = int(current_user.id) in {one.person_id for one in chosen}
        if not is_chosen and _mine(session, meeting_id) is None:
            abort(404)
    return booth.sealed(
        render_template(
            "screens/tellers/teller.html", meeting=meeting, tellers=chosen, program=booth.program()
        )
    )


@blueprint.get("/teller/standing")
@signed_in
def standing(meeting_id: int) -> Response:
    """`{}` before there is anything to do.

    `seated`: whoever asks holds the key, so asking is how the device says that it is there.
    """
    with database().reading() as session:
        mine = _mine(session, meeting_id)
        told = told_to(session, mine.ceremony, mine.seat) if mine else {}
    if mine and request.args.get("seated") and not told["deleted"]:
        silences = current_app.extensions["silences"]
        silences.heard(meeting_id, mine.ceremony.id, mine.seat.seat)
    return jsonify(told)


def _mine(session: Session, meeting_id: int) -> _Mine | None:
    """The latest ceremony, if whoever asks sits in it."""
    ceremony = tellers.latest(session, meeting_id)
    if ceremony is None:
        return None
    seat = tellers.seat_of(session, ceremony.id, int(current_user.id))
    return _Mine(ceremony, seat) if seat else None
