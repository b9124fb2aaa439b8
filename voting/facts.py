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
    """One seat's row in the division list, in the words of VOTE-8.

    `choice`: yes, no, abstain; without an answer: absent, recused, not_taking_part (declared
    before the question was put), did_not_answer (present, nothing when the vote closed).
    `for_name`: the member for whom a substitute sat in the seat.
    """

    seat: int
    person_id: int | None
    name: str | None
    party: str | None
    mode: str | None
    choice: str
    for_name: str | None = None


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


@dataclass(frozen=True)
class VoteOpened(Fact):
    """`entitled`: how many could vote just then.  `without`: remote members whose line was lost or
    identity not confirmed, and `reason`: why the chair opened all the same (REM-3, REM-4).
    """

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
    yes_proposal_id: int | None = None
    no_proposal_id: int | None = None
    without: tuple[str, ...] = ()
    reason: str | None = None


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
    """Complete: the question, the figures, the outcome and every seat's answer.

    `absent` counts every seat without an answer; `present` is the base for shares (BASE-1).
    """

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
    """The casting vote (KL 5:56).  `own_vote`: how the same person had answered, if at all (U7)."""

    kind: ClassVar[str] = "vote.tie_broken"
    vote_id: int
    item_id: int
    choice: str
    outcome: str
    name: str
    own_vote: str | None = None


@dataclass(frozen=True)
class LotDrawn(Fact):
    """An even vote in an election, and what the lot drawn in the hall gave (KL 5:56)."""

    kind: ClassVar[str] = "vote.lot_drawn"
    vote_id: int
    item_id: int
    choice: str
    outcome: str


@dataclass(frozen=True)
class ElectionRequested(Fact):
    """`asked` of `present` want a proportional election to `places` (LPV 2); `needed` are enough.

    `reason`: ENOUGH, TOO_FEW, NOT_LISTED or MEMBERS_NOT_PROPORTIONAL.  Noted again it replaces what
    was noted before.
    """

    kind: ClassVar[str] = "election.requested"
    request_id: int
    item_id: int
    election: str
    places: int
    asked: int
    present: int
    needed: int
    reason: str
    members_proportional: bool | None = None


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
