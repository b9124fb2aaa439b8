"""What is published of a digital election, as files: anybody may fetch them and check everything.

PROTOCOL 6, 9–11.  Devices compare these with what they have seen before.
"""

from typing import Any

from flask import Blueprint, Response, current_app, jsonify
from sqlalchemy.orm import Session

from core.access import database, public
from meetings.queries import state
from voting.models import Election
from voting.queries.elections import boards
from voting.queries.elections.digital import digital_of, in_the_urn, maybe_digital, registered
from voting.queries.elections.standing import election_in
from voting.rules.elections.states import ElectionState

AT = "/meetings/<int:meeting_id>/elections/<int:election_id>"
blueprint = Blueprint("election_files", __name__)


@blueprint.get("/.well-known/klubba-receipt-key")
@public
def receipt_key() -> Response:
    """The public key that receipts of this installation are signed with: 32 bytes in Base64."""
    return Response(f"{current_app.extensions['signer'].public}\n", mimetype="text/plain")


@blueprint.get(f"{AT}/election.json")
@public
def election(meeting_id: int, election_id: int) -> Response:
    with database().reading() as session:
        election_in(session, meeting_id, election_id)
        return _text(digital_of(session, election_id).election_text)


@blueprint.get(f"{AT}/trustees.json")
@public
def trustees(meeting_id: int, election_id: int) -> Response:
    with database().reading() as session:
        election_in(session, meeting_id, election_id)
        return _text(digital_of(session, election_id).trustees_text)


@blueprint.get(f"{AT}/register.json")
@public
def register(meeting_id: int, election_id: int) -> Response:
    """The electoral roll as public credentials, sorted; empty until it is frozen."""
    with database().reading() as session:
        election_in(session, meeting_id, election_id)
        return _text(digital_of(session, election_id).register_text or "[]")


@blueprint.get(f"{AT}/board.bel")
@public
def board(meeting_id: int, election_id: int) -> Response:
    with database().reading() as session:
        election_in(session, meeting_id, election_id)
        archive = boards.archive_of(session, election_id)
        name = f"{digital_of(session, election_id).uuid}.bel"
    response = Response(archive, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get(f"{AT}/trackers.json")
@public
def trackers(meeting_id: int, election_id: int) -> Response:
    """Of the ballots that are counted, sorted; none before the box is closed."""
    with database().reading() as session:
        election_in(session, meeting_id, election_id)
        return jsonify(boards.trackers(boards.archive_of(session, election_id)))


@blueprint.get(f"{AT}/state.json")
@public
def state_now(meeting_id: int, election_id: int) -> Response:
    """How far it has come, and how many; never who, and never from where."""
    with database().reading() as session:
        found = election_in(session, meeting_id, election_id)
        response = jsonify(_state(session, found))
    response.headers["Cache-Control"] = "no-cache"
    return response


def _state(session: Session, found: Election) -> dict[str, Any]:
    digital = maybe_digital(session, found.id)
    procedure = state.procedure(state.meeting(session, found.meeting_id))
    told: dict[str, Any] = {
        "title": found.title,
        "state": found.state,
        "minimum": procedure.ballot_minimum,
    }
    if digital is None:
        return told
    is_open = found.state == ElectionState.OPEN
    return told | {
        "uuid": digital.uuid,
        "fingerprint": digital.fingerprint,
        "ceremony": digital.ceremony_id,
        "lobby": current_app.extensions["lobby"].mark,
        "registered": digital.registered or registered(session, found.id),
        "cast": in_the_urn(session, found.id) if is_open else None,
        "closes_at": digital.closes_at if is_open else None,
        "counting": digital.counting_at is not None,
    }


def _text(text: str) -> Response:
    """Exactly as it was hashed."""
    response = Response(text, mimetype="application/json")
    response.headers["Cache-Control"] = "no-cache"
    return response
