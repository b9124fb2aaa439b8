from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class ItemKind(StrEnum):
    DECISION = "decision"
    ELECTION = "election"
    PRIVATE_MEMBERS_MOTION = "motion"
    INTERPELLATION = "interpellation"
    QUESTION = "question"
    CITIZENS_PROPOSAL = "citizens_proposal"
    INFORMATION = "information"
    NOTICE = "notice"
    FORMALITY = "formality"


class Item(Base):
    """One item of business.  `position` orders, `number` is printed (None: a point of order).

    `minutes_planned` is the time plan.  `draft` is the decision proposed, in the proposer's words.
    """

    __tablename__ = "agenda_items"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    position: Mapped[int]
    number: Mapped[int | None]
    title: Mapped[str]
    kind: Mapped[str]
    proposer: Mapped[str | None]
    proposer_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    draft: Mapped[str | None]
    case_number: Mapped[str | None]
    paragraph: Mapped[int | None]
    minutes_planned: Mapped[int | None]
    closed_doors: Mapped[bool] = mapped_column(default=False)
    removed_at: Mapped[str | None]
