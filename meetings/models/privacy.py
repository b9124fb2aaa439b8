"""Behind closed doors: who has said that nobody else can hear."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Attestation(Base):
    """A member at a distance has attested, for one item, to being alone in a private room."""

    __tablename__ = "attestations"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    at: Mapped[str]
