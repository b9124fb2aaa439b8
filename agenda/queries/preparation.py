"""What one person has read and noted.  Asked for that person alone, never for anybody else."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Item, PrivateNote, Reading


def read_by(session: Session, meeting_id: int, person_id: int) -> frozenset[int]:
    """The items that this person has marked as read."""
    marked = (
        select(Reading.item_id)
        .join(Item, Reading.item_id == Item.id)
        .where(Item.meeting_id == meeting_id, Reading.person_id == person_id)
    )
    return frozenset(session.scalars(marked))


def noted_by(session: Session, meeting_id: int, person_id: int) -> frozenset[int]:
    """The items that this person has made notes on."""
    noted = (
        select(PrivateNote.item_id)
        .join(Item, PrivateNote.item_id == Item.id)
        .where(Item.meeting_id == meeting_id, PrivateNote.person_id == person_id)
    )
    return frozenset(session.scalars(noted))


def note_of(session: Session, item_id: int, person_id: int) -> PrivateNote | None:
    return session.get(PrivateNote, (person_id, item_id))
