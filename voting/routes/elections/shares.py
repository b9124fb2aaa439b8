"""A teller's share of opening the box, checked by a worker before anybody sees it."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import actor, database, perform, signed_in, takes_ballots
from core.errors import MovedOn, NotAllowed
from voting.actions.elections.digital.sharing import release_share, seat_at
from voting.ballot import jobs
from voting.ballot.reasons import Fault
from voting.queries.elections.boards import encrypted_tally
from voting.queries.elections.digital import digital_of
from voting.queries.elections.shares import owner
from voting.routes.elections.casting import say_why
from voting.routes.elections.machinery import workers

PATIENCE = 30.0  # seconds
LONGEST = 300_000  # characters
AT = "/meetings/<int:meeting_id>/elections/<int:election_id>"
blueprint = Blueprint("election_shares", __name__, url_prefix=AT)
blueprint.register_error_handler(Fault, say_why)


@blueprint.put("/share")
@takes_ballots
@signed_in
def release(meeting_id: int, election_id: int) -> Response:
    partial = forms.text(request.form, "partial", most=LONGEST)
    with database().reading() as session:
        seat = seat_at(session, meeting_id, election_id, actor())
        tally = encrypted_tally(session, election_id)
        digital = digital_of(session, election_id)
    if seat is None:
        raise NotAllowed("Bara valets rösträknare öppnar urnan.")
    if tally is None:
        raise MovedOn("Urnan ska inte räknas nu.")
    texts = (digital.election_text, digital.trustees_text, tally)
    workers().within(PATIENCE, jobs.check_partial, *texts, owner(seat), partial)
    return perform(release_share, meeting_id, election_id, seat, partial, discreet=True)
