from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from agenda.rules.kinds import ItemKind
from agenda.rules.proposals import ProposalKind, belongs
from agenda.rules.special import SpecialMatter
from core.db import Base

__all__ = ["Accountable", "Item", "ItemKind"]


class Item(Base):
    """One item of business.  `position` orders, `number` is printed (None: a point of order).

    `minutes_planned` is the time plan.  `draft` is the decision proposed, in the proposer's words.
    `prepared_by`: the committee that prepared it (PREP-1).  What was added after the notice was not
    announced (URG-1): `added_at` tells.  `carried_from`: where the same matter stood before, in an
    earlier meeting that did not finish it (REMIT-5).  `on_the_web`: budget, annual report or audit,
    whose documents are on the web from the day of the notice (DOCS-1).  `audit`: an `AuditMatter`,
    where those accountable stand aside (JAV-3).  `special`: a `SpecialMatter`, in which the law
    asks for two thirds; `first_meeting` (ISO, EXTRA-1) is when the newly elected council met first,
    `electors`, `signatures` and `submitted_on` (ISO, REF-1) tell of the popular initiative.
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
    prepared_by: Mapped[str | None]
    paragraph: Mapped[int | None]
    minutes_planned: Mapped[int | None]
    closed_doors: Mapped[bool] = mapped_column(default=False)
    on_the_web: Mapped[str | None]
    audit: Mapped[str | None]
    special: Mapped[str | None]
    first_meeting: Mapped[str | None]
    electors: Mapped[int | None]
    signatures: Mapped[int | None]
    submitted_on: Mapped[str | None]
    added_at: Mapped[str | None]
    carried_from: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    removed_at: Mapped[str | None]

    @property
    def matter(self) -> SpecialMatter | None:
        return SpecialMatter(self.special) if self.special else None

    @property
    def may_be_proposed(self) -> list[ProposalKind]:
        return [kind for kind in ProposalKind if belongs(kind, self.matter)]


class Accountable(Base):
    """Who the office has listed as accountable, or close to one who is, in an item (JAV-3)."""

    __tablename__ = "accountable"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
