"""The teller's page, and what it asks every other second while it is open."""

from dataclasses import dataclass

from flask import Blueprint, current_app, jsonify
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core.access import database, signed_in
from voting.models import KeyCeremony, TrusteeSeat
from voting.queries import tellers
from web.screens.tellers.standing import told_to

blueprint = Blueprint("teller", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/teller/standing")
@signed_in
def standing(meeting_id: int) -> Response:
    """`{}` before there is anything to do.  Asking is also how the page says that it is there."""
    with database().reading() as session:
        mine = _mine(session, meeting_id)
        told = told_to(session, mine.ceremony, mine.seat) if mine else {}
    if mine and not told["deleted"]:
        silences = current_app.extensions["silences"]
        silences.heard(meeting_id, mine.ceremony.id, mine.seat.seat)
    return jsonify(told)


@dataclass(frozen=True)
class _Mine:
    ceremony: KeyCeremony
    seat: TrusteeSeat


def _mine(session: Session, meeting_id: int) -> _Mine | None:
    """The latest ceremony, if whoever asks sits in it."""
    ceremony = tellers.latest(session, meeting_id)
    if ceremony is None:
        return None
    seat = tellers.seat_of(session, ceremony.id, int(current_user.id))
    return _Mine(ceremony, seat) if seat else None
