"""An election on ballot papers: who was ticked off, what two tellers wrote, what was ruled."""

from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class PaperElection(Base):
    """What an election on paper has besides the election itself.

    `officer_id` None: whoever presides is returning officer (LPV 4).  `attempt`: 1, and one more
    for each time that all is counted again.  `counted_at`, `counted_where`, `witnesses`: of a count
    that was put off to another day (LPV 11–13).
    """

    __tablename__ = "paper_elections"
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), primary_key=True)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    attempt: Mapped[int]
    present: Mapped[int | None]
    printed: Mapped[int | None]
    handed_out: Mapped[int | None]
    destroyed: Mapped[int | None]
    shown_at: Mapped[str | None]
    shown_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    counted_at: Mapped[str | None]
    counted_where: Mapped[str | None]
    witnesses: Mapped[list[Any] | None] = mapped_column(JSON)
    unsealed_at: Mapped[str | None]
    unsealed_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    kept_where: Mapped[str | None]
    kept_at: Mapped[str | None]


class PaperTick(Base):
    """A seat that has put a slip in the urn; a tick by mistake is taken away."""

    __tablename__ = "paper_ticks"
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), primary_key=True)
    seat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))


class PaperChoice(Base):
    """A pile, or a name to mark; those nominated first, then what was found on the slips."""

    __tablename__ = "paper_choices"
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    designation: Mapped[str]
    names: Mapped[list[Any]] = mapped_column(JSON)


class PaperEntry(Base):
    """What one teller wrote; the latest of each counts.  `stage`: unopened or sorted."""

    __tablename__ = "paper_entries"
    id: Mapped[int] = mapped_column(primary_key=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), index=True)
    attempt: Mapped[int]
    stage: Mapped[str]
    teller_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[str]


class PaperRuling(Base):
    """On one doubtful slip; the latest counts, and all stay.

    `ruling` and `ground` are of `voting.rules.paper.rulings`; `ruled_out`: pairs of name and reason
    (`voting.rules.lists.Ignored`).
    """

    __tablename__ = "paper_rulings"
    id: Mapped[int] = mapped_column(primary_key=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), index=True)
    attempt: Mapped[int]
    slip: Mapped[int]
    ruling: Mapped[str]
    ground: Mapped[str | None]
    designation: Mapped[str]
    names: Mapped[list[Any]] = mapped_column(JSON)
    ruled_out: Mapped[list[Any]] = mapped_column(JSON)
    ruled_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[str]


class ElectionLot(Base):
    """A lot that was drawn between those who stood equal.

    `tied` and `winner`: names, or numbers of groups as text.  `void_at`: counted otherwise since.
    """

    __tablename__ = "election_lots"
    id: Mapped[int] = mapped_column(primary_key=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), index=True)
    stage: Mapped[str]
    round: Mapped[int | None]
    figure: Mapped[str]
    tied: Mapped[list[Any]] = mapped_column(JSON)
    winner: Mapped[str]
    how: Mapped[str]
    drawn_by: Mapped[str]
    at: Mapped[str]
    void_at: Mapped[str | None]
