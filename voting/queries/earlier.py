"""The same case when it was up in another meeting: carried over, or under the same case number."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, and_, false, or_, select

from agenda.models import Item
from meetings.models import Meeting


def same_case(item: Item) -> ColumnElement[bool]:
    """For a question that joins `Item` and `Meeting`: another item of the same council's case."""
    ways = [*_carried(item), *_numbered(item)]
    return and_(Item.id != item.id, or_(false(), *ways))


def _carried(item: Item) -> Iterator[ColumnElement[bool]]:
    if item.carried_from is None:
        return
    chain = select(Item.id, Item.carried_from).where(Item.id == item.id).cte(recursive=True)
    before = select(Item.id, Item.carried_from).join(chain, Item.id == chain.c.carried_from)
    yield Item.id.in_(select(chain.union_all(before).c.id))


def _numbered(item: Item) -> Iterator[ColumnElement[bool]]:
    if not item.case_number:
        return
    council = select(Meeting.council_id).where(Meeting.id == item.meeting_id)
    is_here = Meeting.council_id == council.scalar_subquery()
    yield and_(Item.case_number == item.case_number, is_here)
