"""The acclamation that is going on."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import NotFound
from voting.models import Acclamation, AcclamationLevel


def acclamation_in(session: Session, meeting_id: int, acclamation_id: int) -> Acclamation:
    found = session.get(Acclamation, acclamation_id)
    if found is None or found.meeting_id != meeting_id:
        raise NotFound("Det finns ingen sådan acklamation i det här sammanträdet.")
    return found


def open_on(session: Session, item_id: int) -> Acclamation | None:
    going = select(Acclamation).where(
        Acclamation.item_id == item_id, Acclamation.closed_at.is_(None)
    )
    return session.scalar(going.order_by(Acclamation.id.desc()).limit(1))


def levels(session: Session, acclamation_id: int) -> dict[int, int]:
    """How many answered from a distance, by proposal (0: no to the only one).  Never who."""
    rows = session.scalars(
        select(AcclamationLevel).where(AcclamationLevel.acclamation_id == acclamation_id)
    )
    return {row.proposal_id: row.answers for row in rows}
