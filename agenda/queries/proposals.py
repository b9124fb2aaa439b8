"""The proposals on an item."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Item, Proposal


def proposals_on(session: Session, item_id: int) -> list[Proposal]:
    """Those that stand, as they were made."""
    made = select(Proposal).where(Proposal.item_id == item_id, Proposal.withdrawn_at.is_(None))
    return list(session.scalars(made.order_by(Proposal.id)))


def own_proposals(session: Session, meeting_id: int) -> dict[int, Any]:
    """For everybody who has any: {"3": true}, by the number of each proposal that stands."""
    made = (
        select(Proposal.person_id, Proposal.id)
        .join(Item, Proposal.item_id == Item.id)
        .where(Item.meeting_id == meeting_id, Proposal.withdrawn_at.is_(None))
        .where(Proposal.person_id.is_not(None))
    )
    found: dict[int, Any] = {}
    for person_id, proposal_id in session.execute(made):
        found.setdefault(person_id or 0, {})[str(proposal_id)] = True
    return found
