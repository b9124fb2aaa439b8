"""Help during the meeting, and what is known of each person's line."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Line(Base):
    """One person's connection to one meeting.  `state`: ok or lost; `since` when.

    `document_id` is what the person has open, `follows` whether the page follows the chair.
    """

    __tablename__ = "lines"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    state: Mapped[str]
    since: Mapped[str]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"))
    follows: Mapped[bool] = mapped_column(default=True)


class HelpCall(Base):
    __tablename__ = "help_calls"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    reason: Mapped[str]
    at: Mapped[str]
    answered_at: Mapped[str | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    ended_at: Mapped[str | None]


class DocumentOffer(Base):
    """The support desk wants to show a document.  The member may say no."""

    __tablename__ = "document_offers"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    at: Mapped[str]
    offered_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    answer: Mapped[str | None]  # opened, refused
    answered_at: Mapped[str | None]


class Pairing(Base):
    """A note between two groups: this absence and that one even out (KVITT-1).

    No vote, no legal effect, and never in the log or the minutes.
    """

    __tablename__ = "pairings"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
