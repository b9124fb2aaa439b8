from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Decision(Base):
    """What the gavel confirmed.  `how`: acclamation, division, unopposed, noted.

    `standing_at`: until then a demand for a division still arrives in time.  `undone_at`: taken
    back within ten seconds, or because a division was demanded in time.
    """

    __tablename__ = "decisions"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"))
    text: Mapped[str]
    how: Mapped[str]
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposals.id"))
    vote_id: Mapped[int | None] = mapped_column(ForeignKey("votes.id"))
    at: Mapped[str]
    standing_at: Mapped[str]
    undone_at: Mapped[str | None]
