"""Everything that can happen to an open vote, in the order it happens."""

from voting.actions.votes.ballots import cast_ballot, cast_for, remind
from voting.actions.votes.closing import begin_closing, close_vote, stop_closing
from voting.actions.votes.endings import abandon_vote, record_lot, use_casting_vote
from voting.actions.votes.opening import open_vote

__all__ = [
    "abandon_vote",
    "begin_closing",
    "cast_ballot",
    "cast_for",
    "close_vote",
    "open_vote",
    "record_lot",
    "remind",
    "stop_closing",
    "use_casting_vote",
]
