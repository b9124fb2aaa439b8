"""The way of a paper election: drafted, voted in, counted twice, declared, or abandoned.

Lag (2022:629) 4–13 §§, kommunallagen 5 kap. 54–56 §§ (LPV-3–7, SB-12).  The slips are counted
unopened first: as many as were ticked off, or the election is held again.
"""

from dataclasses import dataclass
from enum import StrEnum


class Next(StrEnum):
    """What an election on paper waits for.  Each comes only when those before it are done."""

    TELLERS = "tellers"
    EMPTY_URN = "empty_urn"
    OPEN = "open"
    VOTING = "voting"
    UNSEAL = "unseal"  # the count was put off to another day, and the seal is looked at first
    UNOPENED = "unopened"  # how many slips there are
    ANNUL = "annul"  # the number is wrong: count again or hold the election again
    SORTED = "sorted"
    RULINGS = "rulings"
    LOT = "lot"
    DECLARE = "declare"
    ENVELOPE = "envelope"
    DONE = "done"


@dataclass(frozen=True)
class Stand:
    """Where a paper election stands.  `state` is the election's own: draft, open, closed, counted.

    `unopened` and `sorted`: do two tellers agree?  `is_right`: as many slips as were ticked off.
    """

    state: str
    tellers: int = 0
    is_urn_shown: bool = False
    is_under_seal: bool = False
    unopened: bool = False
    is_right: bool = False
    sorted: bool = False
    unruled: int = 0
    needs_lot: bool = False
    is_enveloped: bool = False


TELLERS = 2  # who enter figures without seeing each other's (PROTOCOL 24.1, SB-12)


def next_in(stand: Stand) -> Next:
    """The first that is not done."""
    match stand.state:
        case "draft":
            return _before(stand)
        case "open":
            return Next.VOTING
        case "closed":
            return _counting(stand)
        case "counted":
            return Next.DONE if stand.is_enveloped else Next.ENVELOPE
    return Next.DONE


def _before(stand: Stand) -> Next:
    if stand.tellers < TELLERS:
        return Next.TELLERS
    return Next.OPEN if stand.is_urn_shown else Next.EMPTY_URN


def _counting(stand: Stand) -> Next:
    waiting = {
        Next.UNSEAL: stand.is_under_seal,
        Next.UNOPENED: not stand.unopened,
        Next.ANNUL: not stand.is_right,
        Next.SORTED: not stand.sorted,
        Next.RULINGS: stand.unruled > 0,
        Next.LOT: stand.needs_lot,
    }
    return next((step for step, waits in waiting.items() if waits), Next.DECLARE)
