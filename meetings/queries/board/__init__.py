"""The notice board: what is up, and whether it was up all of the time."""

from meetings.queries.board.posted import (
    is_posted_again,
    notice,
    of_meeting,
    standing,
)
from meetings.queries.board.record import Standing, as_posted, standing_of

__all__ = [
    "Standing",
    "as_posted",
    "is_posted_again",
    "notice",
    "of_meeting",
    "standing",
    "standing_of",
]
