"""Where one person stands in a vote: the seat, what is cast there, and whether she is out.

Asked once for every ballot, and a whole council votes at the same time: hence one statement, made
ready once.
"""

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from meetings.models import Seat
from voting.models import Ballot, Statement, StatementKind, Vote

_OUT = select(Statement.id).where(
    Statement.item_id == bindparam("item"),
    Statement.person_id == bindparam("person"),
    Statement.kind == StatementKind.NOT_TAKING_PART,
    Statement.withdrawn_at.is_(None),
)
_STANDING = (
    select(Seat, Ballot, _OUT.exists())
    .outerjoin(Ballot, (Ballot.vote_id == bindparam("vote")) & (Ballot.seat == Seat.seat))
    .where(Seat.meeting_id == bindparam("meeting"), Seat.serving_id == bindparam("person"))
)


@dataclass(frozen=True)
class Standing:
    """`is_out`: has said that she does not take part in deciding the item (VOTE-9)."""

    person_id: int
    seat: Seat
    ballot: Ballot | None
    is_out: bool


def standing(session: Session, vote: Vote, person_id: int) -> Standing | None:
    """None for whoever serves in no seat just now, and so has no vote."""
    where = {"meeting": vote.meeting_id, "item": vote.item_id, "vote": vote.id}
    found = session.execute(_STANDING, where | {"person": person_id}).first()
    return Standing(person_id, *found) if found else None
