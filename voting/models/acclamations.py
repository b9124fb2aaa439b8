from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Acclamation(Base):
    """The chair puts the proposals in turn and says which one she finds carried."""

    __tablename__ = "acclamations"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"))
    opened_at: Mapped[str]
    found_id: Mapped[int | None] = mapped_column(ForeignKey("proposals.id"))
    found_at: Mapped[str | None]
    division_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    division_at: Mapped[str | None]
    closed_at: Mapped[str | None]


class AcclamationLevel(Base):
    """How strong the answer from a distance is, never whose it is.  Wiped when the gavel falls."""

    __tablename__ = "acclamation_levels"
    acclamation_id: Mapped[int] = mapped_column(ForeignKey("acclamations.id"), primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposals.id"), primary_key=True)
    answers: Mapped[int]
