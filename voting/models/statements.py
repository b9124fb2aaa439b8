from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class StatementKind(StrEnum):
    RESERVATION = "reservation"
    NOTE_FOR_MINUTES = "note"
    NOT_TAKING_PART = "not_taking_part"


class Statement(Base):
    """What a member wants recorded about a decision; may be withdrawn until the meeting closes."""

    __tablename__ = "statements"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kind: Mapped[str]
    text: Mapped[str | None]
    at: Mapped[str]
    withdrawn_at: Mapped[str | None]
