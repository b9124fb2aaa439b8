"""What the chair did not put, for those who look back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Item, Proposal
from voting.models import Refusal
from voting.queries.course import Refused, course


def refused_in(session: Session, meeting_id: int) -> dict[int, dict[int, Refused]]:
    """By item and proposal; not those that the council put all the same."""
    touched = (
        select(Item)
        .join(Proposal, Proposal.item_id == Item.id)
        .join(Refusal, Refusal.proposal_id == Proposal.id)
        .where(Item.meeting_id == meeting_id)
        .distinct()
    )
    return {
        item.id: {one.id: one.refused for one in course(session, item).refused if one.refused}
        for item in session.scalars(touched)
    }
