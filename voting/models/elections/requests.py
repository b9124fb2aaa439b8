from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class ElectionRequest(Base):
    """So many asked for a proportional election; the latest that was noted counts (LPV 2).

    `election` and `reason` are of `voting.rules.elections`.  `members_proportional`: how the
    members were elected, where substitutes are; else None.
    """

    __tablename__ = "election_requests"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    election: Mapped[str]
    places: Mapped[int]
    asked: Mapped[int]
    present: Mapped[int]
    needed: Mapped[int]
    reason: Mapped[str]
    members_proportional: Mapped[bool | None]
    at: Mapped[str]
