"""What the council has said about an interpellation or a question, in this meeting or before."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Item
from meetings.models import Handling
from meetings.queries.items import Current


def leave(session: Session, now: Current) -> bool | None:
    """None: not asked yet.  What was carried here from an earlier meeting keeps its answer."""
    if now.handling.leave is not None:
        return now.handling.leave
    before: int | None = now.item.carried_from
    while before is not None:
        told = select(Handling.leave).where(Handling.item_id == before, Handling.leave.is_not(None))
        if (said := session.scalar(told.order_by(Handling.id.desc()).limit(1))) is not None:
            return bool(said)
        before = session.scalar(select(Item.carried_from).where(Item.id == before))
    return None
