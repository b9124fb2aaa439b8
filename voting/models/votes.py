from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Vote(Base):
    """An open vote (votering).  What yes and no mean is stored word for word (VOTE-10).

    `kind`: main, counter, addition, refer_back, table.  `majority`: simple, one_third, two_thirds,
    all.  `closes_at`: the countdown that the chair has started.  `outcome` is set at the closing:
    yes, no, tie; `carried_by`: majority, minority, casting_vote, two_thirds, all.
    """

    __tablename__ = "votes"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"))
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
    closes_at: Mapped[str | None]
    closed_at: Mapped[str | None]
    abandoned_at: Mapped[str | None]
    yes: Mapped[int | None]
    no: Mapped[int | None]
    abstain: Mapped[int | None]
    absent: Mapped[int | None]
    outcome: Mapped[str | None]
    carried_by: Mapped[str | None]
    casting_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    casting_choice: Mapped[str | None]


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
