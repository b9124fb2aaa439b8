from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class Summoned:
    """`how`: email, phone, handed, post, other."""

    person_id: int
    name: str
    how: str


@dataclass(frozen=True)
class SummonsSent(Fact):
    """These were summoned on this day."""

    kind: ClassVar[str] = "summons.sent"
    day: str
    people: tuple[Summoned, ...]


@dataclass(frozen=True)
class SummonsStruck(Fact):
    """What the office had noted by mistake."""

    kind: ClassVar[str] = "summons.struck"
    person_id: int
    name: str
