from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class How(StrEnum):
    """`label` in the office's words stands in `web.screens.convening`."""

    EMAIL = "email"
    PHONE = "phone"
    HANDED = "handed"
    POST = "post"
    OTHER = "other"


class Summons(Base):
    """That one person, member or substitute, was summoned: how, and on which day.  KL 5:15.

    `letter_id`: the letter that carries it; then it counts from when that has left the house.
    """

    __tablename__ = "summonses"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    how: Mapped[str]
    day: Mapped[str]
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"))
    at: Mapped[str]
    by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
