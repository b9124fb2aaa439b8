"""Open votes: the most votes win, those who abstain are not counted, and a tie stays a tie.

Kommunallagen 5 kap. 55–56 §§ (VOTE-3–6), 4 kap. 24–25 §§ (ABST-1).  Some questions need more than
a simple majority: one third of those present can put an item off (5:50), two thirds or all are
needed for a few decisions (5:10, 5:33, 5:37, 5:52, 5:58).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from voting.rules.minority import DelayGround, DelayVote, TieBreak, minority_referral
from voting.rules.thresholds import one_third, two_thirds


class Choice(StrEnum):
    """What a member answers.  Not taking part and being absent are not answers (VOTE-8)."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class Required(StrEnum):
    """The majority that the question needs.  It cannot be read from the figures: store it.

    ONE_THIRD and TWO_THIRDS_AGAINST: of the no side (KL 5:37, 5:50).
    """

    SIMPLE = "simple"
    ONE_THIRD = "one_third"
    TWO_THIRDS = "two_thirds"
    TWO_THIRDS_AGAINST = "two_thirds_against"
    ALL = "all"

    @property
    def side(self) -> Choice:
        """The answer that needs the share: ja = decide today, nej = refer back (REMIT-6)."""
        against = (Required.ONE_THIRD, Required.TWO_THIRDS_AGAINST)
        return Choice.NO if self in against else Choice.YES


class State(StrEnum):
    """Until DECIDED the meeting cannot move on (U11)."""

    DECIDED = "DECIDED"
    AWAIT_CASTING_VOTE = "AWAIT_CASTING_VOTE"
    AWAIT_LOT = "AWAIT_LOT"


class Ground(StrEnum):
    """What decided."""

    MAJORITY = "MAJORITY"
    MINORITY = "MINORITY"
    TOO_FEW = "TOO_FEW"  # nobody voted either way on putting the item off
    TWO_THIRDS = "TWO_THIRDS"
    ALL_PRESENT = "ALL_PRESENT"
    CASTING_VOTE = "CASTING_VOTE"
    LOT = "LOT"


class Caution(StrEnum):
    """Accepted, but said aloud and logged (U7)."""

    CASTING_NOT_NEEDED = "CASTING_NOT_NEEDED"
    LOT_NOT_NEEDED = "LOT_NOT_NEEDED"
    CASTING_DIFFERS_FROM_OWN_VOTE = "CASTING_DIFFERS_FROM_OWN_VOTE"


@dataclass(frozen=True)
class Tally:
    yes: int
    no: int
    abstain: int = 0

    def __post_init__(self) -> None:
        if min(self.yes, self.no, self.abstain) < 0:
            raise ValueError("Ett röstetal kan inte vara negativt.")

    @property
    def cast(self) -> int:
        """All who answered, those who abstain included."""
        return self.yes + self.no + self.abstain

    @property
    def is_even(self) -> bool:
        return self.yes == self.no

    def of(self, choice: Choice) -> int:
        return {Choice.YES: self.yes, Choice.NO: self.no, Choice.ABSTAIN: self.abstain}[choice]


@dataclass(frozen=True)
class Outcome:
    """`result` is YES or NO, or None while `state` waits.  `needed`: see the function."""

    state: State
    result: Choice | None
    by: Ground | None
    needed: int | None = None
    warnings: tuple[Caution, ...] = ()


def count(ballots: Iterable[Choice]) -> Tally:
    """One vote each (KL 4:24): hand in one choice for each seat that answered."""
    cast = Counter(ballots)
    return Tally(cast[Choice.YES], cast[Choice.NO], cast[Choice.ABSTAIN])


def needed(required: Required, present: int) -> int | None:
    """How many votes the question needs; None where the most votes win."""
    match required:
        case Required.ONE_THIRD:
            return one_third(present)
        case Required.TWO_THIRDS | Required.TWO_THIRDS_AGAINST:
            return two_thirds(present)
        case Required.ALL:
            return present
    return None


def outcome(
    tally: Tally,
    *,
    required: Required = Required.SIMPLE,
    side: Choice | None = None,
    present: int | None = None,
    casting: Choice | None = None,
    chair_vote: Choice | None = None,
) -> Outcome:
    """What the open division gives.  KL 5:37, 5:50, 5:55–56.

    `side` is the answer that needs the share, if not the usual one.  `present` is all who are
    present (BASE-1), at least those who answered.  `chair_vote` is the chair's own vote, against
    which the casting vote is compared.
    """
    base = tally.cast if present is None else present
    _check(tally, base, casting)
    if required is Required.SIMPLE:
        return _simple(tally, casting, chair_vote)
    side = side or required.side
    if required is Required.ONE_THIRD:
        return _one_third(tally, side, base, casting, chair_vote)
    return _qualified(tally, required, side, base, casting)


def cautions(
    casting: Choice | None, chair_vote: Choice | None, *, used: bool
) -> tuple[Caution, ...]:
    """What to say about a casting vote: that it was not needed, or goes against the own vote."""
    if casting is None:
        return ()
    if not used:
        return (Caution.CASTING_NOT_NEEDED,)
    if chair_vote in (None, Choice.ABSTAIN, casting):
        return ()
    return (Caution.CASTING_DIFFERS_FROM_OWN_VOTE,)


def opposite(choice: Choice) -> Choice:
    """The other answer."""
    if choice is Choice.ABSTAIN:
        raise ValueError("Avstår har inget motsatt svar.")
    return Choice.NO if choice is Choice.YES else Choice.YES


def _check(tally: Tally, present: int, casting: Choice | None) -> None:
    if tally.cast > present:
        raise ValueError("Rösterna är fler än de närvarande.")
    if casting is Choice.ABSTAIN:
        raise ValueError("Utslagsrösten är ja eller nej; här får ordföranden inte avstå.")


def _simple(tally: Tally, casting: Choice | None, chair_vote: Choice | None) -> Outcome:
    if not tally.is_even:
        winner = Choice.YES if tally.yes > tally.no else Choice.NO
        warnings = cautions(casting, chair_vote, used=False)
        return Outcome(State.DECIDED, winner, Ground.MAJORITY, warnings=warnings)
    if casting is None:
        return Outcome(State.AWAIT_CASTING_VOTE, None, None)
    warnings = cautions(casting, chair_vote, used=True)
    return Outcome(State.DECIDED, casting, Ground.CASTING_VOTE, warnings=warnings)


def _one_third(
    tally: Tally, side: Choice, present: int, casting: Choice | None, chair_vote: Choice | None
) -> Outcome:
    """The minority's side wins with a third; otherwise it is an ordinary division."""
    broken = None if casting is None else TieBreak.FOR if casting is side else TieBreak.AGAINST
    vote = DelayVote(present, tally.of(side), tally.of(opposite(side)), tie_break=broken)
    referral = minority_referral(vote)
    if referral.carried is None:
        return Outcome(State.AWAIT_CASTING_VOTE, None, None, referral.needed)
    result = side if referral.carried else opposite(side)
    by = _BY[referral.ground] if tally.yes or tally.no else Ground.TOO_FEW
    warnings = cautions(casting, chair_vote, used=by is Ground.CASTING_VOTE)
    return Outcome(State.DECIDED, result, by, referral.needed, warnings)


_BY = {
    DelayGround.MAJORITY: Ground.MAJORITY,
    DelayGround.MINORITY: Ground.MINORITY,
    DelayGround.CASTING_VOTE: Ground.CASTING_VOTE,
    DelayGround.TOO_FEW: Ground.MAJORITY,  # too few for the one side is a majority for the other
}


def _qualified(
    tally: Tally, required: Required, side: Choice, present: int, casting: Choice | None
) -> Outcome:
    """An even vote has not reached the share, so there is nothing for a casting vote to decide."""
    share = needed(required, present)
    reached = share is not None and tally.of(side) >= share
    by = Ground.ALL_PRESENT if required is Required.ALL else Ground.TWO_THIRDS
    warnings = cautions(casting, None, used=False)
    return Outcome(State.DECIDED, side if reached else opposite(side), by, share, warnings)
