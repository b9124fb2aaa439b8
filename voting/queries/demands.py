"""Demands for a division that have not been met yet."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from voting.models import DivisionDemand


def unmet(session: Session, item_id: int, kind: str) -> list[DivisionDemand]:
    """On this kind of question, in the order they came."""
    demands = select(DivisionDemand).where(
        DivisionDemand.item_id == item_id,
        DivisionDemand.kind == kind,
        DivisionDemand.met_at.is_(None),
    )
    return list(session.scalars(demands.order_by(DivisionDemand.id)))


def unmet_on(session: Session, item_id: int) -> list[DivisionDemand]:
    """On any question of the item."""
    demands = select(DivisionDemand).where(
        DivisionDemand.item_id == item_id, DivisionDemand.met_at.is_(None)
    )
    return list(session.scalars(demands.order_by(DivisionDemand.id)))


def met_by(session: Session, vote_id: int) -> list[DivisionDemand]:
    return list(session.scalars(select(DivisionDemand).where(DivisionDemand.vote_id == vote_id)))
