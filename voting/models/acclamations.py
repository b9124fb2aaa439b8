from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Acclamation(Base):
    """The chair puts the proposals in turn and says which one she finds carried.

    `kind` is the question's, as for a vote.  A formal proposal or an addition is put alone: found
    without a proposal (`found_at` but no `found_id`) the answer was no.  Closed by the gavel, or by
    a vote on the same question.
    """

    __tablename__ = "acclamations"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    kind: Mapped[str]
    proposals: Mapped[list[int]] = mapped_column(JSON)
    opened_at: Mapped[str]
    found_id: Mapped[int | None] = mapped_column(ForeignKey("proposals.id"))
    found_at: Mapped[str | None]
    closed_at: Mapped[str | None]


class AcclamationLevel(Base):
    """How strong the answer from a distance is, never whose it is.  Wiped when the gavel falls.

    `proposal_id` 0: no to the only proposal put.
    """

    __tablename__ = "acclamation_levels"
    acclamation_id: Mapped[int] = mapped_column(ForeignKey("acclamations.id"), primary_key=True)
    proposal_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    answers: Mapped[int]


class DivisionDemand(Base):
    """A member asks that the question be decided by a division (KL 5:53).

    It waits until it is met: by a vote of the same kind, or in an election by ballot papers.
    `registered_by`: chair or clerk, when the member asked aloud in the hall.
    """

    __tablename__ = "division_demands"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    kind: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    registered_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[str]
    vote_id: Mapped[int | None] = mapped_column(ForeignKey("votes.id"))
    met_at: Mapped[str | None]
