"""The meeting that somebody wants to get in to, as far as the door needs to know it.

By table name, as a foreign key is: the room of meetings stands above this one.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Boolean, Integer, String, column, select, table
from sqlalchemy.orm import Session

from core import clock, swedish

_meetings = table(
    "meetings",
    column("id", Integer),
    column("council_id", Integer),
    column("title", String),
    column("date", String),
    column("starts", String),
    column("place", String),
    column("rehearsal", Boolean),
    column("closed_at", String),
)
AFTERWARDS = timedelta(days=2)  # a meeting may last past midnight, and be forgotten open


@dataclass(frozen=True)
class Door:
    """`starts` is local time, "18:00"."""

    meeting_id: int
    council_id: int
    title: str
    date: str
    starts: str
    place: str | None
    rehearsal: bool
    closed_at: str | None

    @property
    def is_open(self) -> bool:
        """May links and codes still be used?"""
        last = date.fromisoformat(self.date) + AFTERWARDS
        return self.closed_at is None and swedish.local_day(clock.now()) <= last


def door(session: Session, meeting_id: int) -> Door | None:
    row = session.execute(select(_meetings).where(_meetings.c.id == meeting_id)).first()
    return Door(*row) if row else None
