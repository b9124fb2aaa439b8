"""One item at a time: opened by a quorate council, led step by step, and closed.

Kommunallagen 5 kap. 43, 45–46, 53 §§.
"""

from sqlalchemy import update
from sqlalchemy.orm import Session

from agenda.models import Document, Item
from agenda.rules.kinds import ItemKind
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn, NeedsConfirmation, NotFound, RuleBroken
from meetings.actions import asking, seating
from meetings.actions.assents import check_may_be_handled
from meetings.actions.speaking import running
from meetings.facts import DocumentShown, ItemClosed, ItemOpened, StepTaken
from meetings.models import Handling, Meeting, Request
from meetings.queries import floor, items
from meetings.queries.items import Current, ItemState
from meetings.queries.lost import without_line
from meetings.queries.people import named
from meetings.queries.roll import set_aside, summary_for
from meetings.rules.lifecycle import Step
from meetings.rules.steps import ItemStep, first_step, forward, needs_decision, transitions

BY_THE_VOTE = (ItemStep.DIVISION, ItemStep.DECISION, ItemStep.CLOSED)


def open_item(session: Session, meeting_id: int, item_id: int, *, by: Actor) -> int:
    """Refused without a quorum (KL 5:45); before the roll call is done only a formality is."""
    asking.leader(session, meeting_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.OPEN_ITEM)
    item = _item(session, meeting_id, item_id)
    _check_none_is_open(session, meeting_id, item_id)
    before = items.handling_of(session, meeting_id, item_id)
    kind = ItemKind(item.kind)
    if items.state_of(kind, before) is ItemState.DONE:
        raise RuleBroken("Ärendet är redan behandlat.")
    present = _check_quorum(session, meeting, kind)
    check_may_be_handled(session, meeting, item)
    handling = Handling(meeting_id=meeting_id, item_id=item_id, step=first_step(kind))
    handling.opened_at, handling.page = clock.now(), 1
    handling.paragraph = _paragraph(session, meeting, item, before)
    session.add(handling)
    session.flush()
    log.append(session, _opened(handling, item, present), by=by)
    return handling.id


def take_step(
    session: Session,
    meeting_id: int,
    item_id: int,
    step: str,
    before: str,
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """From `before`, which the button was drawn for, to `step`.

    Into a division, a decision or the closing there are acts of their own.
    """
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.MOVE_ITEM)
    now = asking.open_item(session, meeting_id, item_id)
    if now.handling.step != before:
        raise MovedOn()
    asking.no_vote_going_on(now)
    wanted = _step(step)
    if wanted in BY_THE_VOTE or wanted not in transitions(now.kind, now.step):
        raise RuleBroken(
            "Från {step} går det inte till {wanted}.",
            step=now.step.in_text,
            wanted=wanted.in_text,
        )
    if wanted in forward(now.kind, now.step) and not confirmed:
        _warn_of_speakers(session, now)
    now.handling.step = wanted
    log.append(session, StepTaken(item_id, wanted, before), by=by)


def close_item(
    session: Session, meeting_id: int, item_id: int, confirmed: bool = False, *, by: Actor
) -> None:
    """Undecided it is put off: it has to be confirmed, and may be opened again."""
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.CLOSE_ITEM)
    now = asking.open_item(session, meeting_id, item_id)
    asking.no_vote_going_on(now)
    _check_gavel_rests(now)
    if (speech := running(session, meeting_id)) is not None:
        speaker = named(session, meeting_id, speech.person_id).name
        raise RuleBroken("{speaker} har ordet. Avsluta anförandet först.", speaker=speaker)
    if not confirmed and needs_decision(now.kind) and now.step is not ItemStep.DECISION:
        raise NeedsConfirmation("Ärendet är inte beslutat. Lägg det åt sidan till senare?")
    if not confirmed and (gone := list(without_line(session, meeting_id))):
        raise NeedsConfirmation("Anslutningen är borta: {names}. Avsluta ärendet ändå?", names=gone)
    for seat in set_aside(session, meeting_id):
        seating.sit_again(session, seat, item_id, by=by)
    now.handling.closed_at = clock.now()
    _end_list(session, now)
    closed = ItemClosed(item_id, now.item.number, now.item.title, now.handling.paragraph)
    log.append(session, closed, by=by)


def show_document(
    session: Session,
    meeting_id: int,
    item_id: int,
    document_id: int | None,
    page: int = 1,
    *,
    by: Actor,
) -> None:
    """On every screen that follows the chair; None takes it away."""
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.MOVE_ITEM)
    now = asking.open_item(session, meeting_id, item_id)
    document = _document(session, item_id, document_id, page)
    if (now.handling.document_id, now.handling.page) == (document_id, page):
        return
    now.handling.document_id, now.handling.page = document_id, page
    title = document.title if document else None
    log.append(session, DocumentShown(item_id, document_id, title, page), by=by)


def _item(session: Session, meeting_id: int, item_id: int) -> Item:
    item = session.get(Item, item_id)
    if item is None or item.meeting_id != meeting_id or item.removed_at:
        raise NotFound("Ärendet finns inte på föredragningslistan.")
    return item


def _check_none_is_open(session: Session, meeting_id: int, item_id: int) -> None:
    now = items.current(session, meeting_id)
    if now is None:
        return
    if now.item.id == item_id:
        raise MovedOn("Ärendet är redan öppnat.")
    raise RuleBroken("Avsluta ärendet {item} först.", item=now.item.title)


def _check_quorum(session: Session, meeting: Meeting, kind: ItemKind) -> int:
    """How many are present, if they are enough for an item of this kind."""
    now = summary_for(session, meeting, kind)
    if meeting.roll_called_at is None:
        if kind is not ItemKind.FORMALITY:
            raise RuleBroken("Uppropet är inte klart.")
        return now.present
    if not now.is_quorate:
        raise RuleBroken(now.shortage)
    return now.present


def _paragraph(session: Session, meeting: Meeting, item: Item, before: Handling | None) -> int:
    """An item taken up again keeps its §."""
    if before is not None:
        return before.paragraph
    return item.paragraph or items.next_paragraph(session, meeting)


def _opened(handling: Handling, item: Item, present: int) -> ItemOpened:
    return ItemOpened(
        handling_id=handling.id,
        item_id=item.id,
        number=item.number,
        title=item.title,
        item_kind=item.kind,
        proposer=item.proposer,
        case_number=item.case_number,
        paragraph=handling.paragraph,
        present=present,
        closed_doors=item.closed_doors,
    )


def _step(word: str) -> ItemStep:
    try:
        return ItemStep(word)
    except ValueError:
        raise BadInput("Det finns inget sådant steg.", "step") from None


def _warn_of_speakers(session: Session, now: Current) -> None:
    """Ending the debate over the heads of those who wait is the chair's to do, knowingly."""
    if now.step is not ItemStep.DEBATE:
        return
    if running(session, now.handling.meeting_id) is not None:
        raise NeedsConfirmation("Ett anförande pågår. Gå vidare ändå?")
    if count := floor.count_waiting(session, now.handling.meeting_id):
        raise NeedsConfirmation(
            "{count} väntar på att få tala. Avsluta debatten ändå?", count=count
        )


def _check_gavel_rests(now: Current) -> None:
    """A second press too many, or a division that is just being asked for (SCREENS 3.6)."""
    if now.handling.rests_until is not None and clock.now() < now.handling.rests_until:
        raise MovedOn("Klubban har just fallit. Vänta två sekunder och avsluta sedan ärendet.")


def _end_list(session: Session, now: Current) -> None:
    waiting = update(Request).where(
        Request.meeting_id == now.handling.meeting_id, Request.ended_at.is_(None)
    )
    session.execute(waiting.values(ended_at=now.handling.closed_at, ended_how="closed"))


def _document(
    session: Session, item_id: int, document_id: int | None, page: int
) -> Document | None:
    if document_id is None:
        return None
    document = session.get(Document, document_id)
    if document is None or document.item_id != item_id or document.removed_at:
        raise NotFound("Handlingen finns inte i ärendet.")
    if not 1 <= page <= document.pages:
        raise BadInput("Handlingen har {pages} sidor.", "page", pages=document.pages)
    return document
