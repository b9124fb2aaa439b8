"""A digital election is prepared: its key made, its text fixed, and devices may register.

PROTOCOL 9.1 (SB-3).  A new round has a new key; all devices register again by themselves.
"""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from core.words import Sentence
from voting.actions import ground
from voting.actions.elections.planning import MOVED
from voting.actions.elections.steps import move_to
from voting.actions.steps import start_division
from voting.ballot.keeping import Announced, Wanted
from voting.models import DigitalElection, Election, Participation
from voting.queries.elections.digital import maybe_digital, wanted
from voting.queries.elections.standing import election_in
from voting.queries.tellers import ready
from voting.rules.elections.states import ElectionState


def to_announce(session: Session, meeting_id: int, election_id: int, by: Actor) -> Wanted:
    """Asked before a key is made for it; raises what `prepare_election` would."""
    ground.presiding(session, meeting_id, by, Sentence("förbereder ett val"))
    election = _to_prepare(session, meeting_id, election_id)
    ground.handled(session, meeting_id, election.item_id)
    ground.nothing_runs(session, meeting_id)
    return wanted(session, meeting_id, election_id)


def prepare_election(
    session: Session,
    meeting_id: int,
    election_id: int,
    asked: Wanted,
    announced: Announced,
    *,
    by: Actor,
) -> int:
    """`announced` under a key that the server made for it.  Nominations close here."""
    if asked != to_announce(session, meeting_id, election_id, by):
        raise MovedOn()
    election = election_in(session, meeting_id, election_id)
    if election.state == ElectionState.DRAFT:
        move_to(session, election, ElectionState.PREPARED, by=by)
    _begin_round(session, election, announced)
    start_division(ground.handled(session, meeting_id, election.item_id))
    log.pulse(session, MOVED)
    return election.id


def _to_prepare(session: Session, meeting_id: int, election_id: int) -> Election:
    election = election_in(session, meeting_id, election_id)
    if not election.is_digital:
        raise RuleBroken("Valet hålls inte digitalt.")
    if election.state not in (ElectionState.DRAFT, ElectionState.PREPARED):
        raise MovedOn("Röstlängden är fryst. Avbryt valet och gör om.")
    return election


def _begin_round(session: Session, election: Election, announced: Announced) -> None:
    """Whoever was registered in an earlier round is not in this one."""
    before = maybe_digital(session, election.id)
    if before is not None:
        session.delete(before)
        session.execute(delete(Participation).where(Participation.election_id == election.id))
        session.flush()
    tellers = ready(session, election.meeting_id)
    if tellers is None:
        raise MovedOn("Rösträknarnas nyckel är inte klar.")
    made = DigitalElection(election_id=election.id, uuid=announced.uuid, ceremony_id=tellers.id)
    made.election_text, made.trustees_text = announced.election, announced.trustees
    made.fingerprint = announced.fingerprint
    session.add(made)
