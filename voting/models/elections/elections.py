from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base
from councils.rules.procedure import ElectionMethod
from voting.rules.elections.states import ElectionState


class Part(StrEnum):
    """What is elected.  Members and substitutes are never one election (MAJ-6)."""

    MEMBERS = "members"
    SUBSTITUTES = "substitutes"
    ONE = "one"


class Election(Base):
    """An election on ballots.  One that is not abandoned for each part of an item.

    `election`: an `ElectionKind` of `voting.rules.elections`; `rule`: a `MajorityBallotRule`.
    `warned_by`, `warned_at`: who accepted that digital ballots are untried under LPV (U10).
    """

    __tablename__ = "elections"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    part: Mapped[str]
    title: Mapped[str]
    places: Mapped[int]
    election: Mapped[str]
    is_proportional: Mapped[bool]
    method: Mapped[str]
    rule: Mapped[str]
    state: Mapped[str]
    warned_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    warned_at: Mapped[str | None]

    @property
    def is_digital(self) -> bool:
        return self.method == ElectionMethod.DIGITAL_SECRET

    @property
    def is_draft(self) -> bool:
        return self.state == ElectionState.DRAFT

    @property
    def is_over(self) -> bool:
        return ElectionState(self.state).is_over


class ElectionStep(Base):
    """Who took the election to a state, and when.  `reason`: why it was abandoned."""

    __tablename__ = "election_steps"
    id: Mapped[int] = mapped_column(primary_key=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), index=True)
    state: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[str]
    reason: Mapped[str | None]


class Nomination(Base):
    """One answer that can be chosen: a person, or a list under its designation (LPV 7–8).

    `text` is what binds.  `person_id`: whom of the register it is.  `by_words`: a body that
    nominates ("valberedningen"); else `by_person_id`.
    """

    __tablename__ = "nominations"
    id: Mapped[int] = mapped_column(primary_key=True)
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), index=True)
    place: Mapped[int]
    text: Mapped[str]
    names: Mapped[list[Any]] = mapped_column(JSON)
    designation: Mapped[str | None]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    by_person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    by_words: Mapped[str | None]
    withdrawn_at: Mapped[str | None]
