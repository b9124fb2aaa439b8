"""What is published of a digital election."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import NotFound
from voting.ballot import board
from voting.ballot.ballots import tracker
from voting.models import Board, DigitalElection


def board_of(session: Session, election_id: int) -> Board:
    found = session.get(Board, election_id)
    if found is None:
        raise NotFound("Röstlängden är inte fryst än.")
    return found


def archive_of(session: Session, election_id: int) -> bytes:
    """The .bel file, as far as the election has come."""
    found = session.scalar(select(Board.archive).where(Board.election_id == election_id))
    if found is None:
        raise NotFound("Röstlängden är inte fryst än.")
    return found


def encrypted_tally(session: Session, election_id: int) -> str | None:
    """What the tellers decrypt; None until the chair has let them count."""
    digital = session.get(DigitalElection, election_id)
    return digital.tally if digital is not None and digital.counting_at else None


def trackers(archive: bytes) -> list[str]:
    """Of the ballots on the board, sorted: the order tells nothing."""
    return sorted(tracker(ballot) for ballot in board.ballots(archive))
