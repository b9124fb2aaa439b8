"""What has been asked for in an election."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from voting.models import ElectionRequest
from voting.rules.elections import RequestReason


def request_on(session: Session, item_id: int) -> ElectionRequest | None:
    """The latest request for a proportional election that was noted."""
    noted = select(ElectionRequest).where(ElectionRequest.item_id == item_id)
    return session.scalar(noted.order_by(ElectionRequest.id.desc()).limit(1))


def is_proportional(request: ElectionRequest | None) -> bool:
    return request is not None and request.reason == RequestReason.ENOUGH


def request_for(session: Session, item_id: int, *, substitutes: bool) -> ElectionRequest | None:
    """The latest about the members, or about their substitutes."""
    members = ElectionRequest.members_proportional
    noted = select(ElectionRequest).where(
        ElectionRequest.item_id == item_id,
        members.is_not(None) if substitutes else members.is_(None),
    )
    return session.scalar(noted.order_by(ElectionRequest.id.desc()).limit(1))
