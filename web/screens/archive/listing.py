"""The meetings of a council, year by year, with what they came to."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from agenda.models import Item
from meetings.models import Meeting
from meetings.queries import state
from meetings.rules.lifecycle import MeetingState
from voting.models import Decision, Vote

MOST = 60  # meetings on a page


@dataclass(frozen=True)
class Row:
    meeting: Meeting
    items: int
    decisions: int
    votes: int

    @property
    def state(self) -> MeetingState:
        return state.state(self.meeting)


def years(session: Session, council_id: int) -> list[str]:
    """Those in which the council has met, the latest first."""
    year = func.substr(Meeting.date, 1, 4)
    held = select(year).where(*_known(council_id)).distinct().order_by(year.desc())
    return list(session.scalars(held))


def meetings_of(session: Session, council_id: int, year: str) -> list[Row]:
    """The latest first; four questions."""
    held = select(Meeting).where(*_known(council_id), Meeting.date.startswith(f"{year}-"))
    return _rows(session, held.limit(MOST))


def meetings_with(session: Session, council_id: int, ids: list[int]) -> list[Row]:
    held = select(Meeting).where(*_known(council_id), Meeting.id.in_(ids))
    return _rows(session, held)


def _known(council_id: int) -> tuple[ColumnElement[bool], ...]:
    """A plan is the office's own until the meeting has been convened."""
    return Meeting.council_id == council_id, Meeting.convened_at.is_not(None)


def _rows(session: Session, held: Select[Meeting]) -> list[Row]:
    found = session.scalars(held.order_by(Meeting.date.desc(), Meeting.id.desc())).all()
    ids = [meeting.id for meeting in found]
    items = _counted(session, Item.meeting_id, ids, Item.removed_at.is_(None))
    decisions = _counted(session, Decision.meeting_id, ids, Decision.undone_at.is_(None))
    in_the_open = select(Item.id).where(Item.closed_doors.is_(False))
    closed = (Vote.closed_at.is_not(None), Vote.abandoned_at.is_(None))
    votes = _counted(session, Vote.meeting_id, ids, *closed, Vote.item_id.in_(in_the_open))
    return [
        Row(one, items.get(one.id, 0), decisions.get(one.id, 0), votes.get(one.id, 0))
        for one in found
    ]


def _counted(
    session: Session,
    meeting_id: InstrumentedAttribute[int],
    ids: list[int],
    *which: ColumnElement[bool],
) -> dict[int, int]:
    counted = select(meeting_id, func.count()).where(meeting_id.in_(ids), *which)
    return dict(session.execute(counted.group_by(meeting_id)).all())
