from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from agenda.rules.proposals import ProposalKind
from core.db import Base

__all__ = ["Proposal", "ProposalKind"]


class Proposal(Base):
    """A yrkande: what somebody asks the council to decide, word for word.

    `person_id` is None when a body proposes (`proposer` names it).
    """

    __tablename__ = "proposals"
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    proposer: Mapped[str]
    made_at: Mapped[str]
    withdrawn_at: Mapped[str | None]
