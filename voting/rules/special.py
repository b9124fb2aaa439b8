"""The three decisions that need two thirds of those present.

Kommunallagen 5 kap. 10, 50 §§ (EXTRA-1: an extra election, always tabled the first time), 5:37
(REF-1: against a referendum), 5:58 last paragraph (a committee that is elected without regard to
LPV).  Such votes are counted: nobody can hear two thirds.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from agenda.rules.special import SpecialMatter
from core.calendar import DAY, same_date_in_months
from voting.rules.majority import Required
from voting.rules.thresholds import two_thirds

SIX_MONTHS = 6
COUNTED = frozenset({Required.TWO_THIRDS, Required.TWO_THIRDS_AGAINST})


class SpecialOutcome(StrEnum):
    EXTRA_ELECTION = "EXTRA_ELECTION"
    NO_EXTRA_ELECTION = "NO_EXTRA_ELECTION"
    REFERENDUM_REFUSED = "REFERENDUM_REFUSED"
    REFERENDUM_HELD = "REFERENDUM_HELD"
    LPV_DOES_NOT_APPLY = "LPV_DOES_NOT_APPLY"
    LPV_APPLIES = "LPV_APPLIES"


class Tabling(StrEnum):
    """Why an extra election can only be tabled today."""

    FIRST_TIME = "first_time"
    TOO_EARLY = "too_early"


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
    return same_date_in_months(first_meeting, SIX_MONTHS)


def earliest_decision(first_meeting: date) -> date:
    """The first day on which an extra election may be decided.  KL 5:10, U22."""
    return extra_election_after(first_meeting) + DAY


def must_be_tabled(*, tabled_before: bool, first_meeting: date, on: date) -> Tabling | None:
    """An extra election that may not be decided on this day.  KL 5:10, 5:50.

    `tabled_before`: in an earlier meeting.  `first_meeting`: of the newly elected council.
    """
    if not tabled_before:
        return Tabling.FIRST_TIME
    return Tabling.TOO_EARLY if on < earliest_decision(first_meeting) else None


def required(matter: SpecialMatter) -> Required:
    """The majority is the law's, never the chair's choice.  KL 5:10, 5:37, 5:58."""
    against = matter is SpecialMatter.POPULAR_INITIATIVE
    return Required.TWO_THIRDS_AGAINST if against else Required.TWO_THIRDS


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
