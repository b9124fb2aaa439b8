"""Where a ballot is put in the box: without a cookie, since its signature is the pass.

PROTOCOL 10.3–6.  Cheapest first: size, form, election and credential; then a worker checks the
proofs.  Nothing here is logged.
"""

from flask import Blueprint, jsonify, request
from werkzeug.wrappers import Response

from core.access import by_credential, database, writer
from core.errors import NotStored
from core.words import Sentence
from core.workers import WorkerDied, WorkerSlow
from voting.actions.elections.digital.casting import Sent, accept_ballot, is_cast
from voting.ballot import jobs
from voting.ballot.arriving import read_arriving
from voting.ballot.ballots import tracker
from voting.ballot.hashing import hexadecimal
from voting.ballot.reasons import Code, Fault
from voting.queries.elections.digital import digital_of
from voting.queries.elections.standing import election_in
from voting.routes.elections.machinery import signer, workers

PATIENCE = 10.0  # seconds for the proofs of one ballot; they take 0.05
FULL = 200  # ballots waiting for a worker
AGAIN = Sentence("Många röstar samtidigt. Valsedeln skickas igen av sig själv.")
blueprint = Blueprint(
    "casting", __name__, url_prefix="/meetings/<int:meeting_id>/elections/<int:election_id>"
)


@blueprint.post("/ballots")
@by_credential
def cast_ballot(meeting_id: int, election_id: int) -> Response:
    text = request.get_data(cache=False)
    with database().reading() as session:
        election = election_in(session, meeting_id, election_id)
        digital = digital_of(session, election_id)
        sent = _read(digital.election_text, digital.register_text or "[]", text)
        is_there = is_cast(session, election, sent)
    if not is_there:
        _check(digital.election_text, sent.ballot)
        writer().submit(meeting_id, accept_ballot, election_id, sent, by=None)
    receipt = signer().receipt(digital.uuid, tracker(text))
    return Response(receipt, 200 if is_there else 201, mimetype="application/json")


@blueprint.errorhandler(Fault)
def say_why(fault: Fault) -> tuple[Response, int]:
    """For the device, which has words of its own."""
    return jsonify(kind="Fault", reasons=[fault.code]), 422


def _read(election: str, register: str, text: bytes) -> Sent:
    ballot = read_arriving(election, register, text)
    return Sent(hexadecimal(text), str(ballot.credential), text.decode())


def _check(election: str, ballot: str) -> None:
    """In a worker; what keeps one busy for so long is no ballot."""
    if workers().waiting >= FULL:
        raise NotStored(AGAIN)
    try:
        workers().within(PATIENCE, jobs.check_ballot, election, ballot)
    except WorkerSlow:
        raise Fault(Code.MALFORMED, "it cannot be checked") from None
    except WorkerDied:
        raise NotStored(AGAIN) from None
