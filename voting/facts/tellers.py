"""Who counts the ballots."""

from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class Counter:
    """One of the tellers, in the order in which the council named them."""

    seat: int
    person_id: int
    name: str
    party: str | None


@dataclass(frozen=True)
class TellersChosen(Fact):
    """Those chosen before, if any, are replaced (LPV 4)."""

    kind: ClassVar[str] = "tellers.chosen"
    tellers: tuple[Counter, ...]
