"""The same case when it was up in another meeting: carried over, or under the same case number."""

from sqlalchemy import ColumnElement, and_, or_, select

from agenda.models import Item
from meetings.models import Meeting


def same_case(item: Item) -> ColumnElement[bool]:
    """For a question that joins `Item` and `Meeting`: another item of the same council's case."""
    chain = select(Item.id, Item.carried_from).where(Item.id == item.id).cte(recursive=True)
    before = select(Item.id, Item.carried_from).join(chain, Item.id == chain.c.carried_from)
    is_carried = Item.id.in_(select(chain.union_all(before).c.id))
    council = select(Meeting.council_id).where(Meeting.id == item.meeting_id)
    is_numbered = and_(
        Item.case_number == item.case_number,
        Meeting.council_id == council.scalar_subquery(),
    )
    is_same = or_(is_carried, is_numbered) if item.case_number else is_carried
    return and_(Item.id != item.id, is_same)
