"""The notice board: what is up, what has been announced, and whether it was up all of the time."""

from meetings.queries.board.posted import (
    announced,
    is_posted_again,
    notice,
    notice_day,
    of_meeting,
    standing,
)
from meetings.queries.board.record import Standing, standing_of

__all__ = [
    "Standing",
    "announced",
    "is_posted_again",
    "notice",
    "notice_day",
    "of_meeting",
    "standing",
    "standing_of",
]
