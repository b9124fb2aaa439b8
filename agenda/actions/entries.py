"""Between what a clerk writes, the rows of the agenda, and what the log tells of them."""

from dataclasses import asdict
from typing import Any

from agenda.facts import AgendaRow
from agenda.models import Item, ItemKind
from agenda.rules.wording import Wording, faults
from core.errors import BadInput


def wording_of(item: Item) -> Wording:
    return Wording(
        title=item.title,
        kind=ItemKind(item.kind),
        numbered=item.number is not None,
        number=item.number,
        proposer=item.proposer,
        proposer_id=item.proposer_id,
        draft=item.draft,
        case_number=item.case_number,
        prepared_by=item.prepared_by,
        minutes_planned=item.minutes_planned,
        closed_doors=item.closed_doors,
        on_the_web=item.on_the_web,
        special=item.special,
        first_meeting=item.first_meeting,
        electors=item.electors,
        signatures=item.signatures,
        submitted_on=item.submitted_on,
    )


def lawful(wording: Wording) -> Wording:
    for field, words in faults(wording).items():
        raise BadInput(words, field)
    return wording


def write(item: Item, wording: Wording) -> None:
    """`number` is 0 until `renumber` gives the right one."""
    told = asdict(wording)
    numbered, number = told.pop("numbered"), told.pop("number")
    for field, value in told.items():
        setattr(item, field, value)
    item.number = (number or 0) if numbered else None


def put(items: list[Item], item: Item, position: int) -> None:
    """At this place from 1, and everything counted anew."""
    if item in items:
        items.remove(item)
    items.insert(max(position, 1) - 1, item)
    for place, each in enumerate(items, start=1):
        if each.position != place:
            each.position = place


def stand(items: list[Item]) -> dict[str, Any]:
    """The agenda as it now stands, for the log."""
    return {
        "order": tuple(item.id for item in items),
        "numbers": tuple(item.number for item in items),
    }


def described(item: Item) -> dict[str, Any]:
    return {
        "item_id": item.id,
        "number": item.number,
        "title": item.title,
        "item_kind": item.kind,
        "proposer": item.proposer,
        "row": row(item),
    }


def row(item: Item) -> AgendaRow:
    return AgendaRow(
        item_id=item.id,
        title=item.title,
        item_kind=item.kind,
        proposer=item.proposer,
        proposer_id=item.proposer_id,
        draft=item.draft,
        case_number=item.case_number,
        prepared_by=item.prepared_by,
        minutes_planned=item.minutes_planned,
        closed_doors=item.closed_doors,
        carried_from=item.carried_from,
        on_the_web=item.on_the_web,
        special=item.special,
        first_meeting=item.first_meeting,
        electors=item.electors,
        signatures=item.signatures,
        submitted_on=item.submitted_on,
    )
