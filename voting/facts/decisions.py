"""The gavel, and what is said afterwards."""

from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class DecisionGavelled(Fact):
    """`how`: acclamation, division, unopposed, noted, ballot (ballot papers, in an election);
    by_law (an extra election that can only be tabled).
    """

    kind: ClassVar[str] = "decision.gavelled"
    decision_id: int
    item_id: int
    text: str
    how: str
    proposal_id: int | None
    vote_id: int | None
    acclamation_id: int | None = None


@dataclass(frozen=True)
class DecisionUndone(Fact):
    """`why`: undone (within ten seconds) or division (demanded in time)."""

    kind: ClassVar[str] = "decision.undone"
    decision_id: int
    item_id: int
    why: str


@dataclass(frozen=True)
class StatementMade(Fact):
    """A reservation, a note for the minutes, or not taking part in the decision."""

    kind: ClassVar[str] = "statement.made"
    statement_id: int
    item_id: int
    statement_kind: str
    person_id: int
    name: str
    party: str | None
    text: str | None


@dataclass(frozen=True)
class StatementWithdrawn(Fact):
    kind: ClassVar[str] = "statement.withdrawn"
    statement_id: int
    item_id: int
    person_id: int
    name: str
