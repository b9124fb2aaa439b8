"""The box is closed: the chair says so in time, and what is in it is sealed.

PROTOCOL 11 (SB-5, SB-6).  The board holds the ballots in the order of their hashes: neither who
came first nor when.
"""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from core.words import Sentence
from voting.actions import ground
from voting.actions.elections.digital.opening import write
from voting.actions.elections.digital.registering import URN
from voting.actions.elections.planning import MOVED
from voting.actions.elections.steps import move_to
from voting.ballot import board
from voting.facts import ElectionClosed
from voting.models import Election, UrnBallot
from voting.queries.elections.boards import board_of
from voting.queries.elections.digital import digital_of, in_the_urn
from voting.queries.elections.standing import election_in
from voting.rules.elections.states import ElectionState
from voting.rules.elections.urn import GRACE


def begin_closing(session: Session, meeting_id: int, election_id: int, *, by: Actor) -> None:
    """Everybody who has not voted has half a minute; when all have it is closed at once."""
    ground.presiding(session, meeting_id, by, Sentence("stänger urnan"))
    election = _open(session, meeting_id, election_id)
    digital = digital_of(session, election.id)
    if digital.closes_at is not None:
        raise MovedOn("Urnan stängs redan.")
    everybody = in_the_urn(session, election.id) == digital.registered
    digital.closes_at = clock.later(0 if everybody else GRACE)
    log.pulse(session, MOVED)


def close_election(session: Session, meeting_id: int, election_id: int, *, by: Actor) -> None:
    """When the time is out, or the last ballot has come."""
    ground.presiding(session, meeting_id, by, Sentence("stänger urnan"))
    election = _open(session, meeting_id, election_id)
    digital = digital_of(session, election.id)
    everybody = in_the_urn(session, election.id) == digital.registered
    if digital.closes_at is None or (clock.now() < digital.closes_at and not everybody):
        raise RuleBroken("Nedräkningen är inte slut.")
    move_to(session, election, ElectionState.CLOSED, by=by)
    log.append(session, _sealed(session, election), by=by)


def keep_tally(
    session: Session, meeting_id: int, election_id: int, tally: str, *, by: Actor | None
) -> None:
    """What all the ballots amount to, still encrypted; computed by a worker."""
    election = election_in(session, meeting_id, election_id)
    digital, kept = digital_of(session, election_id), board_of(session, election_id)
    if election.state != ElectionState.CLOSED or digital.tally is not None:
        return
    count = len(board.ballots(kept.archive))
    write(kept, board.add_tally(kept.archive, tally, count))
    digital.tally = tally
    log.pulse(session, URN)


def _open(session: Session, meeting_id: int, election_id: int) -> Election:
    election = election_in(session, meeting_id, election_id)
    if election.state != ElectionState.OPEN:
        raise MovedOn("Urnan är inte öppen.")
    return election


def _sealed(session: Session, election: Election) -> ElectionClosed:
    ballots = select(UrnBallot.ballot).where(UrnBallot.election_id == election.id)
    cast = list(session.scalars(ballots))
    kept = board_of(session, election.id)
    write(kept, board.seal(kept.archive, cast))
    session.execute(delete(UrnBallot).where(UrnBallot.election_id == election.id))
    told = (election.id, election.item_id, election.title)
    return ElectionClosed(*told, count=len(cast), head=kept.head, height=kept.height)
