from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Council(Base):
    """`kind`: "municipality" or "region".  Dates are ISO text; the term runs from 15 October."""

    __tablename__ = "councils"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(default="municipality")
    seats: Mapped[int]
    electors: Mapped[int | None]
    term_from: Mapped[str | None]
    term_to: Mapped[str | None]
    help_phone: Mapped[str | None]
    email: Mapped[str | None]
    rehearsal: Mapped[bool] = mapped_column(default=False)


class SizeChange(Base):
    """A number of seats that the council has decided on for a coming term (KL 5:7).

    `applies_from`: 15 October of the election year.  Until then `Council.seats` holds.
    """

    __tablename__ = "size_changes"
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"), primary_key=True)
    applies_from: Mapped[str] = mapped_column(primary_key=True)
    seats: Mapped[int]
    decided_on: Mapped[str]
    reference: Mapped[str]


class Party(Base):
    """`colour` is #RRGGBB; `place` is where its wedge stands in the hall, from the left."""

    __tablename__ = "parties"
    __table_args__ = (UniqueConstraint("council_id", "letters"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"))
    letters: Mapped[str]
    name: Mapped[str]
    colour: Mapped[str]
    place: Mapped[int] = mapped_column(default=0)


class Constituency(Base):
    __tablename__ = "constituencies"
    __table_args__ = (UniqueConstraint("council_id", "name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"))
    name: Mapped[str]


class PartyVotes(Base):
    """How many votes the party got in the constituency in the latest election (KL 5:21)."""

    __tablename__ = "party_votes"
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), primary_key=True)
    constituency_id: Mapped[int] = mapped_column(ForeignKey("constituencies.id"), primary_key=True)
    votes: Mapped[int]


class ProcedureInForce(Base):
    """The rules of procedure from a date on.  `settings` holds only what differs from the default.

    A meeting is held under the row with the latest `valid_from` that is not after its date.
    """

    __tablename__ = "procedures"
    __table_args__ = (UniqueConstraint("council_id", "valid_from"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"))
    valid_from: Mapped[str]
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)
    reference: Mapped[str | None]
