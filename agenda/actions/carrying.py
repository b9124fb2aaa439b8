"""What one meeting did not finish comes up in another: with its words, and with its documents.

Kommunallagen 5 kap. 51 § (REMIT-5): a tabled item comes up at the next meeting.  The office takes
up what was referred back when it has been prepared, and what there was no time for.
"""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.actions.accountable import carry
from agenda.actions.covers import cover_alike
from agenda.actions.documents import attach_document
from agenda.actions.entries import described, stand, wording_of
from agenda.actions.items import editable, new_item
from agenda.actions.numbers import renumber
from agenda.facts import ItemAdded
from agenda.models import Item
from agenda.queries.items import standing
from agenda.queries.listing import documents_of
from agenda.queries.meetings import MeetingNow, meeting_now
from core import log
from core.actor import Actor
from core.errors import NotFound, RuleBroken


def carry_over(session: Session, meeting_id: int, item_id: int, *, by: Actor) -> int:
    """Last on this agenda.  The earlier item stands as it was."""
    meeting = editable(session, meeting_id, by)
    before = _before(session, meeting, item_id)
    item = new_item(session, meeting, replace(wording_of(before), number=None))
    item.carried_from = before.id
    items = standing(session, meeting_id)
    renumber(session, meeting, items)
    log.append(session, ItemAdded(**described(item), **stand(items)), by=by)
    carry(session, before, item, by=by)
    for each in documents_of(session, [before.id])[before.id]:
        told = (each.title, each.sha256, each.size, each.pages)
        carried = attach_document(session, meeting_id, item.id, *told, by=by)
        cover_alike(session, meeting_id, each.id, carried, by=by)
    return item.id


def _before(session: Session, meeting: MeetingNow, item_id: int) -> Item:
    item = session.get(Item, item_id)
    stood = meeting_now(session, item.meeting_id) if item else None
    if item is None or stood is None or stood.council_id != meeting.council_id:
        raise NotFound("Det finns inget sådant ärende i fullmäktige.")
    if item.removed_at is not None or stood.closed_at is None:
        raise RuleBroken("Bara ärenden från ett avslutat sammanträde kan tas upp igen.")
    if _is_carried(session, item):
        raise RuleBroken(
            "Ärendet är redan upptaget på föredragningslistan för ett senare sammanträde."
        )
    return item


def _is_carried(session: Session, item: Item) -> bool:
    later = select(Item.id).where(Item.carried_from == item.id, Item.removed_at.is_(None))
    return session.scalar(later.limit(1)) is not None
