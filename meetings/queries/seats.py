"""The whole council in a short string: one character per seat, in the order of the seats."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from meetings.models import Line, Mode, Seat
from meetings.queries import floor, roll

NOTHING = "."
SPEAKS, LATER = "s", "+"
HIGHEST = 9


def presence(session: Session, meeting_id: int) -> str:
    """h hall, r at a distance, . absent, v vacant, x stands aside for this item."""
    rows = session.execute(
        select(Seat.member_id, Seat.serving_id, Seat.recused_id, Seat.mode)
        .where(Seat.meeting_id == meeting_id)
        .order_by(Seat.seat)
    )
    return "".join(roll.presence(*row) for row in rows)


def hands(session: Session, meeting_id: int) -> str:
    """s has the floor, 1–9 the place on the list, + a later one, . neither."""
    marks: dict[int, str] = {}
    for one in floor.waiting(session, meeting_id):
        marks.setdefault(one.person_id, str(one.place) if one.place <= HIGHEST else LATER)
    if (now := floor.speaking(session, meeting_id)) is not None:
        marks[now.person_id] = SPEAKS
    serving = select(Seat.serving_id).where(Seat.meeting_id == meeting_id).order_by(Seat.seat)
    return "".join(marks.get(person or 0, NOTHING) for person in session.scalars(serving))


def lines(session: Session, meeting_id: int, onlooker: Onlooker) -> str:
    """o connected, l lost, . in the hall or not known.  A broken line is not shown in public."""
    rows = session.execute(
        select(Seat.mode, Line.state)
        .outerjoin(Line, (Line.meeting_id == meeting_id) & (Line.person_id == Seat.serving_id))
        .where(Seat.meeting_id == meeting_id)
        .order_by(Seat.seat)
    )
    shown = onlooker.audience is not Audience.PUBLIC
    return "".join(_line(mode, state) if shown else NOTHING for mode, state in rows)


def _line(mode: str | None, state: str | None) -> str:
    if mode != Mode.REMOTE or not state:
        return NOTHING
    return "l" if state == "lost" else "o"
