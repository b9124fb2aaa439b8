from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class VoteKind(StrEnum):
    """What sort of question is put.  Formal ones: ja = decide today, nej = put the item off.

    PUT: shall a proposal that the chair holds unlawful be put all the same (KL 5:57)?
    """

    MAIN = "main"
    COUNTER = "counter"  # which proposal shall oppose the main one
    ADDITION = "addition"
    REFER_BACK = "refer_back"
    TABLE = "table"
    PUT = "put"

    @property
    def is_formal(self) -> bool:
        return self in (VoteKind.REFER_BACK, VoteKind.TABLE)

    @property
    def is_on_the_matter(self) -> bool:
        """What is to be decided, not whether or how it is handled."""
        return self in (VoteKind.MAIN, VoteKind.COUNTER, VoteKind.ADDITION)


class Verdict(StrEnum):
    """What a closed vote gave.  TIE waits for the casting vote, in elections for the lot."""

    YES = "yes"
    NO = "no"
    TIE = "tie"


class Vote(Base):
    """An open vote (votering).  What yes and no mean is stored word for word (VOTE-10).

    `kind` is a `VoteKind`, `majority` a `voting.rules.majority.Required`.  `closes_at`: the
    countdown that the chair has started.  All from `yes` on is set at the closing: `outcome` is a
    `Verdict`, `present` the base for shares, `needed` the share; `absent` counts every seat without
    an answer, whatever the reason; `answers` holds one `voting.facts.Answer` for each seat.
    `carried_by`: majority, minority, casting_vote, lot, two_thirds, all; None where the share
    needed was not reached.
    """

    __tablename__ = "votes"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    number: Mapped[int]  # 1, 2 … within the item
    kind: Mapped[str]
    majority: Mapped[str]
    question: Mapped[str]
    yes_means: Mapped[str]
    no_means: Mapped[str]
    yes_proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposals.id"))
    no_proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposals.id"))
    demanded_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    opened_at: Mapped[str]
    reminded_at: Mapped[str | None]
    closes_at: Mapped[str | None]
    closed_at: Mapped[str | None]
    abandoned_at: Mapped[str | None]
    yes: Mapped[int | None]
    no: Mapped[int | None]
    abstain: Mapped[int | None]
    absent: Mapped[int | None]
    present: Mapped[int | None]
    needed: Mapped[int | None]
    outcome: Mapped[str | None]
    carried_by: Mapped[str | None]
    casting_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    casting_choice: Mapped[str | None]
    answers: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON, deferred=True)

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.abandoned_at is None

    @property
    def is_decided(self) -> bool:
        return self.outcome in (Verdict.YES, Verdict.NO) and self.abandoned_at is None

    @property
    def is_tied(self) -> bool:
        return self.outcome == Verdict.TIE and self.abandoned_at is None


class Ballot(Base):
    """One seat's answer in one vote: yes, no, abstain.  `cast_by` differs when a device failed."""

    __tablename__ = "ballots"
    vote_id: Mapped[int] = mapped_column(ForeignKey("votes.id"), primary_key=True)
    seat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    choice: Mapped[str]
    mode: Mapped[str]
    cast_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[str]
