"""The agenda is written: items are added, changed, moved, removed and put back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from agenda.actions.entries import described, lawful, put, row, stand, wording_of, write
from agenda.actions.numbers import renumber
from agenda.actions.raising import raised
from agenda.facts import AgendaOrdered, ItemAdded, ItemChanged, ItemRemoved, ItemsAdded
from agenda.models import Item
from agenda.policy import may_edit_agenda
from agenda.queries.items import any_item_in, item_in, standing
from agenda.queries.meetings import MeetingNow, meeting_now, progress_of
from agenda.queries.people import belongs_to
from agenda.rules.special import term_begins
from agenda.rules.wording import Wording
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, NotAllowed, RuleBroken

TIED_TO_HANDLING = frozenset({"kind", "closed_doors", "numbered"})


def add_item(
    session: Session,
    meeting_id: int,
    wording: Wording,
    position: int | None = None,
    *,
    by: Actor,
) -> int:
    """At the end, or at this place from 1."""
    meeting = editable(session, meeting_id, by)
    item = new_item(session, meeting, raised(session, meeting, wording))
    items = standing(session, meeting_id)
    put(items, item, len(items) if position is None else position)
    renumber(session, meeting, items, keeps_given=wording.number is not None)
    log.append(session, ItemAdded(**described(item), **stand(items)), by=by)
    return item.id


def add_items(
    session: Session,
    meeting_id: int,
    rows: tuple[Wording, ...],
    as_recorded: bool = False,
    *,
    by: Actor,
) -> None:
    """A whole list at the end, or nothing of it.

    `as_recorded`: from the records of a meeting long over, where nobody is asked anew who raised
    what.
    """
    meeting = editable(session, meeting_id, by)
    if not rows:
        raise BadInput("Listan är tom.", "rows")
    known = rows if as_recorded else tuple(raised(session, meeting, each) for each in rows)
    new = [new_item(session, meeting, wording) for wording in known]
    items = standing(session, meeting_id)
    renumber(session, meeting, items, keeps_given=any(wording.number for wording in rows))
    told = tuple(row(item) for item in new)
    log.append(session, ItemsAdded(told, **stand(items)), by=by)


def change_item(
    session: Session, meeting_id: int, item_id: int, changes: Mapping[str, Any], *, by: Actor
) -> None:
    """`changes`: the fields of `Wording` that are new; what is not named stays."""
    meeting = editable(session, meeting_id, by)
    item = item_in(session, meeting_id, item_id)
    before = wording_of(item)
    after = lawful(replace(before, **changes))
    if after == before:
        return
    _check_change(session, item, before, after)
    _check_proposer(session, meeting, after)
    _check_first_meeting(meeting, after)
    if (after.kind, after.proposer) != (before.kind, before.proposer):
        after = raised(session, meeting, after)
    write(item, after)
    items = standing(session, meeting_id)
    renumber(session, meeting, items, keeps_given="number" in changes)
    log.append(session, ItemChanged(**described(item), **stand(items)), by=by)


def move_item(session: Session, meeting_id: int, item_id: int, position: int, *, by: Actor) -> None:
    """To this place from 1; beyond the end is last."""
    meeting = editable(session, meeting_id, by)
    item = item_in(session, meeting_id, item_id)
    _must_be_coming(session, item)
    items = standing(session, meeting_id)
    before = [each.id for each in items]
    items.remove(item)
    put(items, item, position)
    if [each.id for each in items] == before:
        return
    renumber(session, meeting, items)
    log.append(session, AgendaOrdered(**stand(items)), by=by)


def remove_item(session: Session, meeting_id: int, item_id: int, *, by: Actor) -> None:
    """Off the agenda, with its documents; `restore_item` puts it back."""
    meeting = editable(session, meeting_id, by)
    item = item_in(session, meeting_id, item_id)
    _must_be_coming(session, item)
    item.removed_at = clock.now()
    items = standing(session, meeting_id)
    renumber(session, meeting, items)
    log.append(session, ItemRemoved(item.id, item.title, **stand(items)), by=by)


def restore_item(session: Session, meeting_id: int, item_id: int, *, by: Actor) -> None:
    """Back where it stood."""
    meeting = editable(session, meeting_id, by)
    item = any_item_in(session, meeting_id, item_id)
    if item.removed_at is None:
        return
    items = standing(session, meeting_id)
    item.removed_at = None
    put(items, item, item.position)
    if item.number in {each.number for each in items if each is not item}:
        item.number = 0
    renumber(session, meeting, items)
    log.append(session, ItemAdded(**described(item), **stand(items)), by=by)


def editable(session: Session, meeting_id: int, by: Actor) -> MeetingNow:
    meeting = meeting_now(session, meeting_id)
    if not may_edit_agenda(session, meeting, by):
        raise NotAllowed("Bara fullmäktiges kansli ändrar föredragningslistan.")
    if meeting.closed_at is not None:
        raise RuleBroken("Sammanträdet är avslutat. Föredragningslistan ligger fast.")
    return meeting


def new_item(session: Session, meeting: MeetingNow, wording: Wording) -> Item:
    item = Item(meeting_id=meeting.id, position=_next_position(session, meeting))
    item.added_at = clock.now()
    _check_proposer(session, meeting, wording)
    _check_first_meeting(meeting, wording)
    write(item, lawful(wording))
    session.add(item)
    session.flush()
    return item


def _next_position(session: Session, meeting: MeetingNow) -> int:
    items = standing(session, meeting.id)
    return items[-1].position + 1 if items else 1


def _check_proposer(session: Session, meeting: MeetingNow, wording: Wording) -> None:
    person_id = wording.proposer_id
    if person_id is not None and not belongs_to(session, meeting.council_id, person_id):
        raise BadInput("Förslagsställaren finns inte i fullmäktige.", "proposer_id")


def _check_first_meeting(meeting: MeetingNow, wording: Wording) -> None:
    """Of the newly elected council, in its own term (KL 5:9–10)."""
    first = wording.first_meeting
    if first is None or term_begins(meeting.day) <= date.fromisoformat(first) <= meeting.day:
        return
    raise BadInput("Ange en dag i den här mandatperioden.", "first_meeting")


def _check_change(session: Session, item: Item, before: Wording, after: Wording) -> None:
    """What the meeting has gone by when it handled the item is not written over."""
    state = progress_of(session, item.meeting_id, item.id)
    if state.is_past_debate and not state.is_closed and before.special != after.special:
        raise RuleBroken("Frågorna har börjat ställas. Vilken majoritet som krävs ligger fast.")
    if state.is_closed:
        raise RuleBroken("Ärendet är redan behandlat. Ändra i protokollet i stället.")
    changed = {name for name in TIED_TO_HANDLING if getattr(before, name) != getattr(after, name)}
    if state.is_open and changed:
        raise RuleBroken("Ärendet är öppet. Typ, numrering och stängda dörrar ligger fast.")


def _must_be_coming(session: Session, item: Item) -> None:
    if not progress_of(session, item.meeting_id, item.id).is_coming:
        raise RuleBroken("Ärendet är redan öppnat och ligger fast på föredragningslistan.")
