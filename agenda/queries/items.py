"""The items of a meeting, by key and in order."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from agenda.models import Document, Item
from agenda.queries.meetings import MeetingNow
from agenda.queries.notices import Announced
from agenda.rules.kinds import ItemKind
from agenda.rules.wording import needs_announcement
from core.errors import NotFound


def standing(session: Session, meeting_id: int) -> list[Item]:
    """What is on the agenda now, in its order."""
    items = select(Item).where(Item.meeting_id == meeting_id, Item.removed_at.is_(None))
    return list(session.scalars(items.order_by(Item.position, Item.id)))


def removed(session: Session, meeting_id: int) -> list[Item]:
    """What has been taken off the agenda and can be put back, the latest first."""
    items = select(Item).where(Item.meeting_id == meeting_id, Item.removed_at.is_not(None))
    return list(session.scalars(items.order_by(Item.removed_at.desc(), Item.id.desc())))


def item_in(session: Session, meeting_id: int, item_id: int) -> Item:
    item = any_item_in(session, meeting_id, item_id)
    if item.removed_at is not None:
        raise NotFound("Ärendet är borttaget från föredragningslistan.")
    return item


def any_item_in(session: Session, meeting_id: int, item_id: int) -> Item:
    """Removed or not."""
    item = session.get(Item, item_id)
    if item is None or item.meeting_id != meeting_id:
        raise NotFound("Det finns inget sådant ärende på föredragningslistan.")
    return item


def document_in(session: Session, meeting_id: int, document_id: int) -> tuple[Document, Item]:
    """A document that can be read now, and its item."""
    found = session.execute(
        select(Document, Item)
        .join(Item, Document.item_id == Item.id)
        .where(
            Document.id == document_id,
            Item.meeting_id == meeting_id,
            Document.removed_at.is_(None),
            Item.removed_at.is_(None),
        )
    ).one_or_none()
    if found is None:
        raise NotFound("Det finns ingen sådan handling.")
    return found.Document, found.Item


def highest_number(session: Session, meeting_id: int) -> int:
    return session.scalar(select(func.max(Item.number)).where(Item.meeting_id == meeting_id)) or 0


def is_announced(told: Announced, meeting: MeetingNow, item: Item) -> bool:
    """In a notice in time, or still to be.  Else all members present must agree.  URG-1."""
    if told.posted is None and meeting.opened_at is None:
        return True
    return item.id in told.in_time or not needs_announcement(ItemKind(item.kind))
