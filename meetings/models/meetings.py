from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Meeting(Base):
    """One sammanträde.  The state is told by the times: convened, opened, adjourned, closed.

    `presiding_id` leads just now, `clerk_id` keeps the minutes.  `procedure` is the rules of
    procedure as they stood when the meeting was convened: a meeting keeps the rules it began with.
    An extra meeting has its `ground` (a `MeetingGround`), and how many of the members `asked` for
    it (KL 5:12).
    """

    __tablename__ = "meetings"
    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"), index=True)
    title: Mapped[str]
    date: Mapped[str]
    starts: Mapped[str]  # local time, "18:00"
    place: Mapped[str | None]
    remote: Mapped[bool] = mapped_column(default=True)  # may anyone take part at a distance?
    rehearsal: Mapped[bool] = mapped_column(default=False)
    first_paragraph: Mapped[int] = mapped_column(default=1)
    seats: Mapped[int]
    procedure: Mapped[dict[str, Any]] = mapped_column(JSON)
    ground: Mapped[str | None]
    asked: Mapped[int | None]
    presiding_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    clerk_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    convened_at: Mapped[str | None]
    opened_at: Mapped[str | None]
    roll_called_at: Mapped[str | None]
    adjourned_at: Mapped[str | None]  # since when the meeting is paused; None when it is not
    closed_at: Mapped[str | None]


class Adjournment(Base):
    """A pause.  `until` is what the chair said; `resumed_at` is what happened."""

    __tablename__ = "adjournments"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    at: Mapped[str]
    until: Mapped[str | None]
    resumed_at: Mapped[str | None]
