"""What a digital election waits for that nobody presses: closing in time, tally, opening.

PROTOCOL 11–13.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import clock
from core.actor import Actor
from meetings.models import Meeting
from meetings.queries import state
from voting.ballot import board
from voting.ballot.keeping import Closed
from voting.models import DigitalElection, Election
from voting.queries.elections.boards import archive_of
from voting.queries.elections.shares import enough, shares
from voting.rules.elections.states import ElectionState

GOING = (
    ElectionState.PREPARED,
    ElectionState.FROZEN,
    ElectionState.OPEN,
    ElectionState.CLOSED,
    ElectionState.MIXED,
)


@dataclass(frozen=True)
class Pending:
    meeting_id: int
    election_id: int


@dataclass(frozen=True)
class Sealed:
    """A closed box that has not been added up."""

    election: str
    ballots: list[str]


def going_on(session: Session) -> list[Pending]:
    rows = session.execute(
        select(Election.meeting_id, Election.id)
        .join(DigitalElection, DigitalElection.election_id == Election.id)
        .where(Election.state.in_(GOING))
        .order_by(Election.id)
    )
    return [Pending(*row) for row in rows]


def due(session: Session, one: Pending) -> Actor | None:
    """By whoever leads, when the countdown that she began is over."""
    row = session.execute(
        select(DigitalElection.closes_at, Meeting.presiding_id)
        .join(Election, Election.id == DigitalElection.election_id)
        .join(Meeting, Meeting.id == Election.meeting_id)
        .where(Election.id == one.election_id, Election.state == ElectionState.OPEN)
    ).first()
    if row is None or row.closes_at is None or row.closes_at > clock.now():
        return None
    return Actor(row.presiding_id) if row.presiding_id is not None else None


def to_add_up(session: Session, one: Pending) -> Sealed | None:
    digital = session.get(DigitalElection, one.election_id)
    if not _is_closed(session, one) or digital is None or digital.tally is not None:
        return None
    return Sealed(digital.election_text, board.ballots(archive_of(session, one.election_id)))


def _is_closed(session: Session, one: Pending) -> bool:
    return session.get_one(Election, one.election_id).state == ElectionState.CLOSED


def to_open(session: Session, one: Pending) -> Closed | None:
    digital = session.get(DigitalElection, one.election_id)
    if digital is None or not _is_closed(session, one):
        return None
    if not digital.counting_at or digital.tally is None or not enough(session, one.election_id):
        return None
    archive = archive_of(session, one.election_id)
    procedure = state.procedure(state.meeting(session, one.meeting_id))
    return Closed(
        archive=archive,
        uuid=digital.uuid,
        election=digital.election_text,
        trustees=digital.trustees_text,
        tally=digital.tally,
        ballots=len(board.ballots(archive)),
        shares=shares(session, one.election_id),
        minimum=procedure.ballot_minimum,
    )


def keys_needed(session: Session) -> dict[str, bool]:
    """Every election that is known, and whether its key is needed any more."""
    known = select(DigitalElection.uuid, Election.state).join(
        Election, Election.id == DigitalElection.election_id
    )
    return {uuid: state in GOING for uuid, state in session.execute(known)}
