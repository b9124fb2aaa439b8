from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class How(StrEnum):
    """How the council answered.

    BALLOT: on ballot papers, in an election (KL 5:54).  BY_LAW: nothing was asked, the item is
    tabled (KL 5:50: an extra election, the first time).
    """

    ACCLAMATION = "acclamation"
    DIVISION = "division"
    UNOPPOSED = "unopposed"
    NOTED = "noted"
    BALLOT = "ballot"
    BY_LAW = "by_law"


class Decision(Base):
    """What the gavel confirmed.

    `standing_at`: until then a demand for a division still arrives in time.  `undone_at`: taken
    back within ten seconds, or because a division was demanded in time.  `step_before`: where the
    item stood, so that it can be put back there.
    """

    __tablename__ = "decisions"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    text: Mapped[str]
    how: Mapped[str]
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposals.id"))
    vote_id: Mapped[int | None] = mapped_column(ForeignKey("votes.id"))
    acclamation_id: Mapped[int | None] = mapped_column(ForeignKey("acclamations.id"))
    step_before: Mapped[str]
    at: Mapped[str]
    standing_at: Mapped[str]
    undone_at: Mapped[str | None]
