"""Who may take the seat: late arrival yes, return the same day no, return after jäv yes.

Kommunallagen 5 kap. 17–20 §§ (SUBST-1, SUBST-3, SUBST-4, U5).  A member who stopped serving for
anything but a conflict of interest may not serve again that calendar day.  A dropped line during
which no item was decided and no substitute stepped in is not a stop.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.words import Sentence
from councils.rules.procedure import SubstituteSwap


class Mode(StrEnum):
    """Where a member takes part.  Both are present (KL 5:16)."""

    HALL = "hall"
    REMOTE = "remote"


class StopReason(StrEnum):
    CONFLICT = "conflict"  # jäv: the member serves again when the item ends
    LEFT = "left"
    LOST_LINE = "lost_line"  # deemed absent by the chair after a lasting loss


@dataclass(frozen=True)
class Stop:
    """That a person stopped serving.  `day` is the calendar day in Sweden."""

    day: date
    reason: StopReason


class SeatRefusal(StrEnum):
    OTHER_HINDRANCE_SAME_DAY = "OTHER_HINDRANCE_SAME_DAY"
    ITEM_GOING_ON = "ITEM_GOING_ON"
    RECUSED = "RECUSED"

    @property
    def text(self) -> Sentence:
        return _TEXTS[self]


_TEXTS = {
    SeatRefusal.OTHER_HINDRANCE_SAME_DAY: Sentence(
        "Den som har slutat tjänstgöra får inte tjänstgöra igen samma dag (5 kap. 20 §)."
    ),
    SeatRefusal.ITEM_GOING_ON: Sentence("Bytet görs när ärendet är avslutat."),
    SeatRefusal.RECUSED: Sentence("Den som är jävig tjänstgör igen när ärendet är avslutat."),
}


def may_serve(day: date, stops: Iterable[Stop]) -> SeatRefusal | None:
    """May a person who stopped earlier take the seat on this calendar day?  KL 5:20."""
    ended = any(stop.day == day and stop.reason is not StopReason.CONFLICT for stop in stops)
    return SeatRefusal.OTHER_HINDRANCE_SAME_DAY if ended else None


def may_step_in(
    day: date,
    stops: Iterable[Stop],
    *,
    substitute_serves: bool,
    item_open: bool,
    recused: bool = False,
    swap: SubstituteSwap = SubstituteSwap.BETWEEN_ITEMS,
) -> SeatRefusal | None:
    """May the member take the seat now, perhaps from a substitute?  KL 5:19–20.

    An empty seat is taken at any time; where a substitute sits the council's practice decides.
    """
    if refusal := may_serve(day, stops):
        return refusal
    if recused:
        return SeatRefusal.RECUSED
    if substitute_serves and item_open and swap is SubstituteSwap.BETWEEN_ITEMS:
        return SeatRefusal.ITEM_GOING_ON
    return None


def drop_counts_as_stop(*, item_decided: bool, substitute_entered: bool) -> bool:
    """Has a dropped line cost the member the day?  KL 5:20, U5."""
    return item_decided or substitute_entered


def ends_the_day(reason: StopReason) -> bool:
    """Warn before the press: the member may not serve again today.  KL 5:20."""
    return reason is not StopReason.CONFLICT
