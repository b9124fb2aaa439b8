"""What a part of those present may carry or stop (KL 5:10, 5:37, 5:50, 5:58)."""

from typing import ClassVar

import msgspec

from agenda.rules.special import SpecialMatter
from voting.rules import minority
from voting.rules.special import special_majority
from web.counting.fields import Case, Natural, Plain, Positive


class MinorityReferral(Case, frozen=True):
    concerns: ClassVar[str] = "for, against, kind"
    present: Positive
    for_delay: Natural = msgspec.field(name="for")
    against: Natural
    kind: minority.Delay = minority.Delay.REFER_BACK
    already_used: bool = False
    election: bool = False
    extra_election_first_time: bool = False
    tie_break: minority.TieBreak | None = None


def minority_referral(given: MinorityReferral) -> Plain:
    found = minority.minority_referral(minority.DelayVote(**msgspec.structs.asdict(given)))
    return {
        "needed": found.needed,
        "carried": found.carried,
        "ground": found.ground,
        "uses_minority_right": found.uses_minority_right,
    }


class TwoThirds(Case, frozen=True):
    concerns: ClassVar[str] = "votes"
    present: Positive
    votes: Natural
    matter: SpecialMatter


def two_thirds(given: TwoThirds) -> Plain:
    found = special_majority(given.matter, present=given.present, votes=given.votes)
    return {"needed": found.needed, "reached": found.reached, "outcome": found.outcome}
