"""The numbers in print.  They follow the order until the notice; after it no number changes."""

from sqlalchemy.orm import Session

from agenda.models import Item, ItemKind
from agenda.queries.items import highest_number
from agenda.queries.meetings import MeetingNow
from agenda.rules.numbering import numbers
from core.errors import BadInput


def renumber(
    session: Session, meeting: MeetingNow, items: list[Item], *, keeps_given: bool = False
) -> None:
    """`items`: the agenda in its order; 0 stands for a number that is to be given.

    `keeps_given`: numbers that came with an agenda from elsewhere stay as they are.
    """
    if meeting.convened_at is not None or keeps_given:
        _continue(items, highest_number(session, meeting.id))
    else:
        _count(items)
    given = [item.number for item in items if item.number is not None]
    if len(set(given)) < len(given):
        raise BadInput("Två ärenden kan inte ha samma nummer.", "number")


def _count(items: list[Item]) -> None:
    kinds = [None if item.number is None else ItemKind(item.kind) for item in items]
    for item, number in zip(items, numbers(kinds), strict=True):
        if item.number != number:
            item.number = number


def _continue(items: list[Item], highest: int) -> None:
    """What is new gets the number after the highest: members have the others on paper."""
    for item in items:
        if item.number == 0:
            highest += 1
            item.number = highest
