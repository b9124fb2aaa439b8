"""A member's own preparation.  Private: never in the log, never in an export, never on a screen."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Reading(Base):
    __tablename__ = "readings"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), primary_key=True)
    at: Mapped[str]


class PrivateNote(Base):
    __tablename__ = "private_notes"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), primary_key=True)
    text: Mapped[str]
    at: Mapped[str]
