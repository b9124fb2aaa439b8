"""What was put to the council: from refusing a proposal to the demand for a division."""

from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class Put:
    """One proposal as it was put to the council."""

    proposal_id: int
    proposal_kind: str
    text: str
    proposer: str


@dataclass(frozen=True)
class ProposalRefused(Fact):
    """The chair does not put it.  `ground`: new_matter or unlawful; `words`: as she said it."""

    kind: ClassVar[str] = "proposal.refused"
    proposal_id: int
    item_id: int
    proposer: str
    text: str
    ground: str
    words: str


@dataclass(frozen=True)
class RefusalUndone(Fact):
    """The chair thought again before any question had been put."""

    kind: ClassVar[str] = "proposal.refusal_undone"
    proposal_id: int
    item_id: int
    proposer: str
    text: str


@dataclass(frozen=True)
class OrderApproved(Fact):
    """The order of questions as the council approved it (ORDER-3)."""

    kind: ClassVar[str] = "order.approved"
    item_id: int
    order: tuple[Put, ...]


@dataclass(frozen=True)
class AcclamationOpened(Fact):
    """A formal proposal or an addition is put alone; the others against each other (ORDER-2)."""

    kind: ClassVar[str] = "acclamation.opened"
    acclamation_id: int
    item_id: int
    proposals: tuple[Put, ...]
    question_kind: str = "main"


@dataclass(frozen=True)
class AcclamationFound(Fact):
    """`proposal_id` None: the answer to the only proposal put was no; `text` says what then."""

    kind: ClassVar[str] = "acclamation.found"
    acclamation_id: int
    item_id: int
    proposal_id: int | None
    text: str


@dataclass(frozen=True)
class DivisionDemanded(Fact):
    """A gavel that it arrived before is taken back: that `DecisionUndone` stands just after."""

    kind: ClassVar[str] = "division.demanded"
    item_id: int
    person_id: int
    name: str
    party: str | None
    demand_id: int = 0
    question_kind: str = "main"
