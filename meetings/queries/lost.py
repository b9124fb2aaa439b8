"""Lost lines, and what the chair may lawfully do about each (REM-5, KL 5:17, 5:20, 5:45)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from councils.models import Person
from meetings.models import Line, Meeting, Mode, Seat
from meetings.queries import items
from meetings.queries.roll import SeatRow, lost_lines, summary_for
from meetings.queries.substitutes import calling_order, free_by_name, order_stops
from meetings.rules.remote import LineChoice, ends_the_day, line_choices

_GONE = and_(Line.meeting_id == Seat.meeting_id, Line.person_id == Seat.serving_id)
_NAMES = (
    select(Person.name)
    .join(Seat, Seat.serving_id == Person.id)
    .join(Line, _GONE)
    .where(Seat.mode == Mode.REMOTE, Line.state == "lost")
    .order_by(Seat.seat)
)


@dataclass(frozen=True)
class Lost:
    """One seat whose line is lost.  `substitute`: who would be called, None: nobody is free.

    `order_stops`: at the own constituency, for want of the party's votes in the others.
    `is_by_name`: the order names nobody, but the chair may choose among the party's substitutes.
    """

    row: SeatRow
    choices: tuple[LineChoice, ...]
    substitute: str | None
    order_stops: bool
    is_by_name: bool

    @property
    def costs_the_day(self) -> bool:
        """Does any of the choices end the member's day?  Said before the press (KL 5:20)."""
        return any(ends_the_day(choice) for choice in self.choices)


def without_line(session: Session, meeting_id: int) -> Sequence[str]:
    """The names of those at a distance whose line is lost; one statement, for every gavel."""
    return session.scalars(_NAMES.where(Seat.meeting_id == meeting_id)).all()


def lost(session: Session, meeting: Meeting) -> list[Lost]:
    rows = lost_lines(session, meeting.id)
    if not rows:
        return []
    now = items.current(session, meeting.id)
    quorate = summary_for(session, meeting, now.kind if now else None).is_quorate
    return [_one(session, meeting, row, quorate) for row in rows]


def _one(session: Session, meeting: Meeting, row: SeatRow, quorate: bool) -> Lost:
    seat = session.get_one(Seat, (meeting.id, row.seat))
    order = calling_order(session, meeting, seat).order
    first = session.scalar(select(Person.name).where(Person.id == order[0])) if order else None
    choices = line_choices(quorate=quorate, substitute_free=bool(order))
    stops = not order and order_stops(session, meeting, seat)
    by_name = not order and bool(free_by_name(session, meeting, seat))
    return Lost(row, choices, first, stops, by_name)
