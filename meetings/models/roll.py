from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Mode(StrEnum):
    HALL = "hall"
    REMOTE = "remote"


class Seat(Base):
    """One seat in one meeting, now.  A row per seat is made when the meeting is convened.

    `member_id` holds the seat (None: vacant); `serving_id` sits in it now (None: empty).
    `recused_id` stepped aside for the open item only and is back when it closes.
    """

    __tablename__ = "meeting_seats"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    seat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    party_id: Mapped[int | None] = mapped_column(ForeignKey("parties.id"))
    serving_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    recused_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    mode: Mapped[str | None]
    answered_at: Mapped[str | None]  # at the roll call: present or absent has been said
    identified_at: Mapped[str | None]
    identified_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))


class Attendance(Base):
    """One stretch of time in which one person sat in one seat (seat None: took part without one).

    `why_left`: left, recused, replaced, absent_line, corrected, closed.  `for_id`: the member a
    substitute serves for.  Evidence for the minutes and for KL 5:20.
    """

    __tablename__ = "attendance"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    seat: Mapped[int | None]
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    for_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    mode: Mapped[str]
    arrived_at: Mapped[str]
    left_at: Mapped[str | None]
    why_left: Mapped[str | None]
