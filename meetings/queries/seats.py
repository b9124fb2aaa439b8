"""The whole council in a short string: one character per seat, in the order of the seats."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from meetings.models import Line, Mode, Seat
from meetings.queries import floor, items, roll

FOR_ALL = (Audience.HALL, Audience.PUBLIC)  # what these see, anybody may see
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
    shown = onlooker.audience not in FOR_ALL
    return "".join(_line(mode, state) if shown else NOTHING for mode, state in rows)


def is_hidden_from(session: Session, meeting_id: int, onlooker: Onlooker) -> bool:
    """Who speaks and who votes in an item behind closed doors is not for all.

    Nor for a group's own desk: a political secretary is not in the room.
    """
    outside = onlooker.audience in FOR_ALL or onlooker.group is not None
    return outside and items.is_behind_closed_doors(session, meeting_id)


def no_hands(session: Session, meeting_id: int) -> str:
    seats = select(func.count()).where(Seat.meeting_id == meeting_id)
    return NOTHING * (session.scalar(seats) or 0)


def _line(mode: str | None, state: str | None) -> str:
    if mode != Mode.REMOTE or not state:
        return NOTHING
    return "l" if state == "lost" else "o"
