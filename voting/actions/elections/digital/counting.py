"""The chair lets the tellers count; what comes out is published only when it has been verified.

PROTOCOL 11.5–12 (SB-3, SB-5, SB-7).  A voter who misses the own ballot stops the count.
"""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from core.words import Sentence
from meetings.queries import state
from voting.actions import ground
from voting.actions.elections.abandoning import give_up
from voting.actions.elections.digital.opening import write
from voting.actions.elections.planning import MOVED
from voting.actions.elections.steps import move_to
from voting.ballot import board
from voting.ballot.keeping import Opened
from voting.facts import ElectionCounted, Votes
from voting.models import Election
from voting.queries.elections.boards import board_of
from voting.queries.elections.digital import digital_of, findings, members
from voting.queries.elections.shares import shares
from voting.queries.elections.standing import election_in
from voting.rules.elections.states import ElectionState
from voting.rules.elections.urn import Box, cannot_be_counted

NOT_RIGHT = "Kontrollen godkände inte räkningen. Resultatet visas inte. Gör om valet på papper."


def begin_counting(
    session: Session, meeting_id: int, election_id: int, reason: str | None, *, by: Actor
) -> None:
    """`reason`: why it is counted though somebody's device has not been heard."""
    ground.presiding(session, meeting_id, by, Sentence("låter räkna ett val"))
    election = election_in(session, meeting_id, election_id)
    digital = digital_of(session, election_id)
    if election.state != ElectionState.CLOSED or digital.tally is None or digital.counting_at:
        raise MovedOn()
    box = _box(session, election)
    looked = findings(members(session, election))
    if (no := cannot_be_counted(box, looked, reason)) is not None:
        raise RuleBroken(no)
    digital.counting_at = clock.now()
    digital.silence = reason if looked.silent else None
    log.pulse(session, MOVED)


def count_election(
    session: Session, meeting_id: int, election_id: int, opened: Opened, *, by: Actor | None
) -> None:
    """What the strict verifier accepts is the result; anything else is no result at all."""
    election = election_in(session, meeting_id, election_id)
    digital = digital_of(session, election_id)
    if election.state != ElectionState.CLOSED or not digital.counting_at:
        raise MovedOn()
    write(board_of(session, election_id), opened.archive)
    if not opened.is_accepted:
        give_up(session, election, NOT_RIGHT, by=by)
        return
    move_to(session, election, ElectionState.COUNTED, by=by)
    log.append(session, _counted(session, election, opened), by=by)


def _box(session: Session, election: Election) -> Box:
    digital, kept = digital_of(session, election.id), board_of(session, election.id)
    procedure = state.procedure(state.meeting(session, election.meeting_id))
    cast = len(board.ballots(kept.archive))
    return Box(digital.registered or 0, cast, procedure.ballot_minimum)


def _counted(session: Session, election: Election, opened: Opened) -> ElectionCounted:
    digital, kept = digital_of(session, election.id), board_of(session, election.id)
    (found,) = opened.report["readable"]
    verifier = opened.report["verifier"]
    return ElectionCounted(
        election_id=election.id,
        item_id=election.item_id,
        title=election.title,
        votes=tuple(Votes(one["text"], one["votes"]) for one in found["answers"]),
        blank=found["blank"],
        cast=opened.report["counts"]["tallied"],
        registered=digital.registered or 0,
        archive=kept.sha256,
        file=f"{digital.uuid}.bel",
        height=kept.height,
        head=kept.head,
        verifier=f"{verifier['name']} {verifier['version']}",
        tellers=len(shares(session, election.id)),
        silence=digital.silence,
    )
