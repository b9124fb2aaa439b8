"""What happened to a question, from the chair's putting it to the gavel."""

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
class Answer:
    """One seat's row in the division list.  `choice`: yes, no, abstain, absent, recused."""

    seat: int
    person_id: int | None
    name: str | None
    party: str | None
    mode: str | None
    choice: str


@dataclass(frozen=True)
class OrderApproved(Fact):
    """The order of questions as the council approved it (ORDER-3)."""

    kind: ClassVar[str] = "order.approved"
    item_id: int
    order: tuple[Put, ...]


@dataclass(frozen=True)
class AcclamationOpened(Fact):
    kind: ClassVar[str] = "acclamation.opened"
    acclamation_id: int
    item_id: int
    proposals: tuple[Put, ...]


@dataclass(frozen=True)
class AcclamationFound(Fact):
    kind: ClassVar[str] = "acclamation.found"
    acclamation_id: int
    item_id: int
    proposal_id: int
    text: str


@dataclass(frozen=True)
class DivisionDemanded(Fact):
    kind: ClassVar[str] = "division.demanded"
    item_id: int
    person_id: int
    name: str
    party: str | None


@dataclass(frozen=True)
class VoteOpened(Fact):
    kind: ClassVar[str] = "vote.opened"
    vote_id: int
    item_id: int
    number: int
    vote_kind: str
    majority: str
    question: str
    yes_means: str
    no_means: str
    demanded_by: str | None
    entitled: int


@dataclass(frozen=True)
class BallotCast(Fact):
    """Published only when the vote has closed.  `cast_by`: whoever registered it for a member."""

    kind: ClassVar[str] = "vote.ballot_cast"
    vote_id: int
    seat: int
    person_id: int
    choice: str
    cast_by: int


@dataclass(frozen=True)
class VoteClosing(Fact):
    """The chair has begun to close.  `without`: those who may vote and whose line is lost."""

    kind: ClassVar[str] = "vote.closing"
    vote_id: int
    closes_at: str
    without: tuple[str, ...]


@dataclass(frozen=True)
class VoteClosingStopped(Fact):
    kind: ClassVar[str] = "vote.closing_stopped"
    vote_id: int


@dataclass(frozen=True)
class VoteClosed(Fact):
    """Complete: the question, the figures, the outcome and every seat's answer."""

    kind: ClassVar[str] = "vote.closed"
    vote_id: int
    item_id: int
    number: int
    vote_kind: str
    majority: str
    question: str
    yes_means: str
    no_means: str
    yes: int
    no: int
    abstain: int
    absent: int
    present: int
    needed: int | None
    outcome: str
    carried_by: str | None
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class VoteAbandoned(Fact):
    kind: ClassVar[str] = "vote.abandoned"
    vote_id: int
    item_id: int
    reason: str


@dataclass(frozen=True)
class TieBroken(Fact):
    kind: ClassVar[str] = "vote.tie_broken"
    vote_id: int
    item_id: int
    choice: str
    outcome: str
    name: str


@dataclass(frozen=True)
class DecisionGavelled(Fact):
    kind: ClassVar[str] = "decision.gavelled"
    decision_id: int
    item_id: int
    text: str
    how: str
    proposal_id: int | None
    vote_id: int | None


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
