"""Where the item stands while and after a question is put."""

from sqlalchemy.orm import Session

from meetings.queries.items import Current
from meetings.rules.steps import ItemStep, path
from voting.models import VoteKind
from voting.queries.questions import next_question


def start_division(current: Current) -> None:
    """In every kind of item: from here on it can be neither closed nor adjourned."""
    current.handling.step = ItemStep.DIVISION.value


def go_to(current: Current, step: ItemStep) -> None:
    """An item that is only debated or told has no such step: it goes back to where it was."""
    steps = path(current.kind)
    current.handling.step = (step if step in steps else steps[-2]).value


def go_on(session: Session, current: Current, answered: VoteKind | None) -> None:
    """To the next question if there is one, else to the decision.

    `answered`: what has been said so far may only be which proposals are put, and that decides
    nothing of the item.
    """
    item = current.item
    more = answered is VoteKind.PUT or next_question(session, item.meeting_id, item.id)
    go_to(current, ItemStep.ACCLAMATION if more else ItemStep.DECISION)
