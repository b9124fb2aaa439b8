"""What the gavel has confirmed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Item
from core import clock
from core.errors import NotFound
from voting.models import Acclamation, Decision, How, Vote

BY_EAR = (How.ACCLAMATION, How.UNOPPOSED)  # a division may still be asked for
UNDO = timedelta(seconds=10)


@dataclass(frozen=True)
class Decided:
    """One decision of a meeting with the item it belongs to, and the vote if there was one."""

    decision: Decision
    item: Item
    vote: Vote | None


def decision_in(session: Session, meeting_id: int, decision_id: int) -> Decision:
    decision = session.get(Decision, decision_id)
    if decision is None or decision.meeting_id != meeting_id:
        raise NotFound("Det finns inget sådant beslut i det här sammanträdet.")
    return decision


def standing_on(session: Session, item_id: int) -> list[Decision]:
    """Not undone, in the order of the gavel."""
    decided = select(Decision).where(Decision.item_id == item_id, Decision.undone_at.is_(None))
    return list(session.scalars(decided.order_by(Decision.id)))


def not_yet_standing(session: Session, item_id: int, now: str) -> Decision | None:
    """The latest, if a division demanded now still arrives in time (SCREENS 3.6)."""
    decided = standing_on(session, item_id)
    if not decided or decided[-1].how not in BY_EAR or decided[-1].standing_at <= now:
        return None
    return decided[-1]


def is_gavelled(session: Session, vote_id: int) -> bool:
    decided = select(Decision.id).where(Decision.vote_id == vote_id, Decision.undone_at.is_(None))
    return session.scalar(decided.limit(1)) is not None


def has_gone_on(session: Session, decision: Decision) -> bool:
    """Has another question been put on the item since the gavel fell, or decided?"""
    item_id, at = decision.item_id, decision.at
    later = (
        select(Acclamation.id).where(Acclamation.item_id == item_id, Acclamation.opened_at > at),
        select(Vote.id).where(Vote.item_id == item_id, Vote.opened_at > at),
    )
    if any(session.scalar(found.limit(1)) is not None for found in later):
        return True
    return standing_on(session, item_id)[-1:] != [decision]


def undo_until(decision: Decision) -> str:
    """Taken back by the chair alone until then (SCREENS 8)."""
    return clock.written(datetime.fromisoformat(decision.at) + UNDO)


def decisions_of(session: Session, meeting_id: int) -> list[Decided]:
    """All that stand, in the order of the gavel; one statement."""
    rows = session.execute(
        select(Decision, Item, Vote)
        .join(Item, Item.id == Decision.item_id)
        .outerjoin(Vote, Vote.id == Decision.vote_id)
        .where(Decision.meeting_id == meeting_id, Decision.undone_at.is_(None))
        .order_by(Decision.id)
    )
    return [Decided(*row) for row in rows]
