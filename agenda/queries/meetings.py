"""What the agenda must know of its meeting, from the bare tables: this room knows no meetings."""

import datetime
from dataclasses import dataclass

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from core import swedish
from core.db import Base
from core.errors import NotFound

OPEN_TO_PROPOSALS = ("presentation", "debate", "proposals")
DECIDED_IN_THESE = ("division", "decision")


@dataclass(frozen=True)
class MeetingNow:
    """The state is told by the times, as in the table itself."""

    id: int
    council_id: int
    title: str
    date: str
    starts: str
    place: str | None
    remote: bool
    first_paragraph: int
    presiding_id: int | None
    convened_at: str | None
    opened_at: str | None
    closed_at: str | None
    ground: str | None = None
    asked: int | None = None

    @property
    def day(self) -> datetime.date:
        return datetime.date.fromisoformat(self.date)

    @property
    def starts_at(self) -> str:
        """In UTC, as stored."""
        return swedish.to_utc(self.day, datetime.time.fromisoformat(self.starts))


@dataclass(frozen=True)
class Progress:
    """How far the handling of one item has come in the meeting.  `step` None: not begun."""

    step: str | None = None
    is_closed: bool = False
    document_id: int | None = None
    page: int = 1

    @property
    def is_open(self) -> bool:
        return self.step is not None and not self.is_closed

    @property
    def is_coming(self) -> bool:
        return self.step is None

    @property
    def is_past_debate(self) -> bool:
        return self.is_closed or not (self.is_coming or self.step in OPEN_TO_PROPOSALS)

    @property
    def is_being_decided(self) -> bool:
        return self.is_closed or self.step in DECIDED_IN_THESE


COMING = Progress()


def meeting_now(session: Session, meeting_id: int) -> MeetingNow:
    table = _table("meetings")
    columns = [table.c[name] for name in MeetingNow.__dataclass_fields__]
    row = session.execute(select(*columns).where(table.c.id == meeting_id)).one_or_none()
    if row is None:
        raise NotFound("Det finns inget sådant sammanträde.")
    return MeetingNow(**row._asdict())


def progress(session: Session, meeting_id: int) -> dict[int, Progress]:
    """By item; an item that is missing has not begun.  The latest handling counts."""
    table = _table("handlings")
    columns = [table.c[name] for name in ("item_id", "step", "closed_at", "document_id", "page")]
    rows = session.execute(
        select(*columns).where(table.c.meeting_id == meeting_id).order_by(table.c.id)
    )
    return {
        row.item_id: Progress(row.step, row.closed_at is not None, row.document_id, row.page)
        for row in rows
    }


def progress_of(session: Session, meeting_id: int, item_id: int) -> Progress:
    return progress(session, meeting_id).get(item_id, COMING)


def is_serving(session: Session, meeting_id: int, person_id: int) -> bool:
    return _has_seat(session, meeting_id, "serving_id", person_id)


def has_served(session: Session, council_id: int, person_id: int) -> bool:
    """In this meeting or any before it."""
    meetings, served = _table("meetings"), _table("attendance")
    own = (
        select(served.c.id)
        .join(meetings, meetings.c.id == served.c.meeting_id)
        .where(meetings.c.council_id == council_id, served.c.person_id == person_id)
        .where(served.c.seat.is_not(None))
    )
    return session.execute(own.limit(1)).first() is not None


def is_recused(session: Session, meeting_id: int, person_id: int) -> bool:
    """Stepped aside for the item that is open now."""
    return _has_seat(session, meeting_id, "recused_id", person_id)


def _has_seat(session: Session, meeting_id: int, as_what: str, person_id: int) -> bool:
    seats = _table("meeting_seats")
    own = select(seats.c.seat).where(
        seats.c.meeting_id == meeting_id, seats.c[as_what] == person_id
    )
    return session.execute(own.limit(1)).first() is not None


def _table(name: str) -> Table:
    return Base.metadata.tables[name]
