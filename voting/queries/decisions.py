"""What the gavel has confirmed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import NotFound
from voting.models import Acclamation, Decision, How, Vote

BY_EAR = (How.ACCLAMATION, How.UNOPPOSED)  # a division may still be asked for


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
