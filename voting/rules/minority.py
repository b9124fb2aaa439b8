"""Tabling and referral back: one third of those present is enough, but only once for an item.

Kommunallagen 5 kap. 50 § (REMIT-1–6).  After one such decision by a minority the next needs a
majority, whichever of the two it was; so does every election.  An extra election is always tabled
the first time it comes up.
"""

from dataclasses import dataclass
from enum import StrEnum

from voting.rules.thresholds import one_third


class Delay(StrEnum):
    """The two ways to put an item off; they share one minority right."""

    REFER_BACK = "refer_back"
    TABLE = "table"


class TieBreak(StrEnum):
    """The casting vote; in elections the lot."""

    FOR = "for"
    AGAINST = "against"


class DelayGround(StrEnum):
    """Why the item is, or is not, put off."""

    ALWAYS_TABLED = "ALWAYS_TABLED"
    MAJORITY = "MAJORITY"
    CASTING_VOTE = "CASTING_VOTE"
    LOT = "LOT"
    MINORITY = "MINORITY"
    AWAIT_CASTING_VOTE = "AWAIT_CASTING_VOTE"
    AWAIT_LOT = "AWAIT_LOT"
    ELECTION = "ELECTION"
    RIGHT_USED = "RIGHT_USED"
    TOO_FEW = "TOO_FEW"


@dataclass(frozen=True)
class Referral:
    """`carried` is None while an even vote waits for the casting vote or the lot."""

    needed: int
    carried: bool | None
    ground: DelayGround

    @property
    def uses_minority_right(self) -> bool:
        """Whether the next request on this item will need a majority (REMIT-2)."""
        return self.ground is DelayGround.MINORITY


@dataclass(frozen=True)
class DelayVote:
    """The vote on putting an item off, and what is known of the item."""

    present: int
    for_delay: int
    against: int
    kind: Delay = Delay.REFER_BACK
    already_used: bool = False  # earlier tabled or referred back by a minority
    election: bool = False
    extra_election_first_time: bool = False
    tie_break: TieBreak | None = None

    def __post_init__(self) -> None:
        if self.present < 1 or min(self.for_delay, self.against) < 0:
            raise ValueError("Antalet närvarande och röster måste vara positiva tal.")
        if self.for_delay + self.against > self.present:
            raise ValueError("Rösterna är fler än de närvarande.")
        if self.extra_election_first_time and (self.kind is not Delay.TABLE or self.election):
            raise ValueError("Extra val bordläggs första gången; annat går inte att pröva.")

    @property
    def is_even(self) -> bool:
        """Nobody voting either way is not an even vote."""
        return self.for_delay == self.against > 0

    @property
    def has_minority_right(self) -> bool:
        return not self.already_used and not self.election


def minority_referral(vote: DelayVote) -> Referral:
    """Is the item put off, and on what ground?  KL 5:50, 5:56."""
    needed = one_third(vote.present)
    carried, ground = _carried_by(vote, needed) or _stopped_by(vote)
    return Referral(needed, carried, ground)


def _carried_by(vote: DelayVote, needed: int) -> tuple[bool, DelayGround] | None:
    if vote.extra_election_first_time:
        return True, DelayGround.ALWAYS_TABLED
    if vote.for_delay > vote.against:
        return True, DelayGround.MAJORITY
    if vote.is_even and vote.tie_break is TieBreak.FOR:
        return True, _tie_breaker(vote)
    if vote.has_minority_right and vote.for_delay >= needed:
        return True, DelayGround.MINORITY
    return None


def _stopped_by(vote: DelayVote) -> tuple[bool | None, DelayGround]:
    if vote.is_even and vote.tie_break is None:
        waits = DelayGround.AWAIT_LOT if vote.election else DelayGround.AWAIT_CASTING_VOTE
        return None, waits
    if vote.is_even:
        return False, _tie_breaker(vote)
    if vote.election:
        return False, DelayGround.ELECTION
    return False, DelayGround.RIGHT_USED if vote.already_used else DelayGround.TOO_FEW


def _tie_breaker(vote: DelayVote) -> DelayGround:
    return DelayGround.LOT if vote.election else DelayGround.CASTING_VOTE
