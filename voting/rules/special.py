"""The three decisions that need two thirds of those present.

Kommunallagen 5 kap. 10 § (EXTRA-1: an extra election), 5:37 (REF-1: against a referendum), 5:58
last paragraph (a committee that is elected without regard to LPV).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from voting.rules.thresholds import two_thirds


class SpecialMatter(StrEnum):
    EXTRA_ELECTION = "extra_election"
    POPULAR_INITIATIVE = "popular_initiative"
    NONPARTISAN_COMMITTEE = "nonpartisan_committee"


class SpecialOutcome(StrEnum):
    EXTRA_ELECTION = "EXTRA_ELECTION"
    NO_EXTRA_ELECTION = "NO_EXTRA_ELECTION"
    REFERENDUM_REFUSED = "REFERENDUM_REFUSED"
    REFERENDUM_HELD = "REFERENDUM_HELD"
    LPV_DOES_NOT_APPLY = "LPV_DOES_NOT_APPLY"
    LPV_APPLIES = "LPV_APPLIES"


@dataclass(frozen=True)
class Special:
    needed: int
    reached: bool
    outcome: SpecialOutcome


def special_majority(matter: SpecialMatter, *, present: int, votes: int) -> Special:
    """`votes` are those for, in a popular initiative those *against* the referendum."""
    if present < 1 or not 0 <= votes <= present:
        raise ValueError("Rösterna kan inte vara fler än de närvarande.")
    needed = two_thirds(present)
    reached = votes >= needed
    return Special(needed, reached, _OUTCOMES[matter][not reached])


def extra_election_after(first_meeting: date) -> date:
    """Six months after the new council's first meeting, same date number; decide the day after.

    KL 5:10, lag (1930:173) 1 §, U22.
    """
    months = first_meeting.month + 5
    year, month = first_meeting.year + months // 12, months % 12 + 1
    return date(year, month, min(first_meeting.day, monthrange(year, month)[1]))


_OUTCOMES = {
    SpecialMatter.EXTRA_ELECTION: (
        SpecialOutcome.EXTRA_ELECTION,
        SpecialOutcome.NO_EXTRA_ELECTION,
    ),
    SpecialMatter.POPULAR_INITIATIVE: (
        SpecialOutcome.REFERENDUM_REFUSED,
        SpecialOutcome.REFERENDUM_HELD,
    ),
    SpecialMatter.NONPARTISAN_COMMITTEE: (
        SpecialOutcome.LPV_DOES_NOT_APPLY,
        SpecialOutcome.LPV_APPLIES,
    ),
}
