"""An open vote, from its opening to how an even one was broken."""

from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


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
