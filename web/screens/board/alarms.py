"""What the office must be told of the board without looking for it (APPEAL-2)."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from councils.models import Council
from meetings.queries import board
from meetings.queries.board import Standing


def broken(session: Session, councils: Iterable[Council]) -> list[Standing]:
    """Notices that have not been up all of the time, and are to be posted again."""
    found = []
    for council in councils:
        if not council.rehearsal:
            up = [board.standing_of(session, each) for each in board.standing(session, council.id)]
            found += [each for each in up if each.is_broken]
    return found
