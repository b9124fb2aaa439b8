"""The booth: where a member's device makes and casts the ballot.  PROTOCOL 18.2–3."""

from flask import Blueprint, abort, current_app, render_template
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core.access import database, signed_in
from core.actor import Actor
from meetings.models import Mode
from meetings.queries import state
from meetings.queries.roll import who_may_vote
from voting.models import Election
from voting.policy import may_vote_secretly
from voting.queries.elections.digital import participation
from voting.queries.elections.standing import election_in
from web.screens import booth

blueprint = Blueprint("booth", __name__)


@blueprint.get("/meetings/<int:meeting_id>/elections/<int:election_id>/booth")
@signed_in
def member(meeting_id: int, election_id: int) -> Response:
    """For those who may vote, and for those on the roll who have left since."""
    by = Actor(int(current_user.id))
    with database().reading() as session:
        election = election_in(session, meeting_id, election_id)
        if not (election.is_digital and _belongs_here(session, election, by)):
            abort(404)
        seat = who_may_vote(session, meeting_id, by.person_id)
        told = {
            "meeting": state.meeting(session, meeting_id),
            "election": election,
            "is_remote": seat is not None and seat.mode == Mode.REMOTE,
        }
    key = current_app.extensions["signer"].public
    page = render_template(
        "screens/elections/booth.html", **told, program=booth.program(), receipt_key=key
    )
    return booth.sealed(page)


def _belongs_here(session: Session, election: Election, by: Actor) -> bool:
    may = may_vote_secretly(session, election.meeting_id, by, election.item_id)
    return may or participation(session, election.id, by.person_id) is not None
