"""How many seats a council has on a day.  KL 5:7 (SIZE-2)."""

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from core.db import Base
from councils.models import Council, SizeChange


def seats_on(session: Session, council: Council, day: str) -> int:
    """`day` as ISO text: the number decided last for a term that has begun by then."""
    begun = [one for one in coming(session, council.id) if one.applies_from <= day]
    return begun[-1].seats if begun else council.seats


def most_seats(session: Session, council: Council) -> int:
    """Now or in a term to come: its members are entered before it begins."""
    return max([council.seats, *(one.seats for one in coming(session, council.id))])


def coming(session: Session, council_id: int) -> list[SizeChange]:
    """What has been decided, in the order it comes into force."""
    decided = select(SizeChange).where(SizeChange.council_id == council_id)
    return list(session.scalars(decided.order_by(SizeChange.applies_from)))


def has_met(session: Session, council_id: int) -> bool:
    """A meeting has been convened, from the bare table: this room knows no meetings."""
    meetings: Table = Base.metadata.tables["meetings"]
    convened = select(meetings.c.id).where(
        meetings.c.council_id == council_id,
        meetings.c.convened_at.is_not(None),
        meetings.c.rehearsal.is_(False),
    )
    return session.execute(convened.limit(1)).first() is not None
