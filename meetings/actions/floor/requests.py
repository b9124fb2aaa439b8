"""Asking for the floor, and taking it back.  One list for the hall and the distance."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, NotAllowed, NotFound, RuleBroken
from meetings import policy
from meetings.actions import asking
from meetings.actions.privacy import check_in_the_deliberation
from meetings.facts import FloorRequested, FloorWithdrawn
from meetings.models import Meeting, Request, RequestKind
from meetings.queries import floor, state
from meetings.queries.allowance import has_turn
from meetings.queries.floor import IN_LAW
from meetings.queries.items import Current
from meetings.queries.people import named
from meetings.queries.roll import own_seat
from meetings.rules.floor import FloorKind, FloorRefusal, may_ask
from meetings.rules.lifecycle import Step
from meetings.rules.rejoinders import answered_speech, may_rejoin
from meetings.rules.steps import ItemStep

IN_DEBATE = (ItemStep.PRESENTATION, ItemStep.DEBATE)


def request_floor(
    session: Session,
    meeting_id: int,
    item_id: int,
    kind: str,
    reply_to: int | None = None,
    person_id: int | None = None,
    *,
    by: Actor,
) -> int:
    """A place on the list.  `reply_to`: the speech the reply button was drawn for.

    The chair or the clerk may add somebody on that person's behalf, also one who has no seat.
    """
    person_id = by.person_id if person_id is None else person_id
    asking.oneself_or_leader(session, meeting_id, person_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.ASK_FOR_FLOOR)
    now = asking.open_item(session, meeting_id, item_id)
    asking.no_vote_going_on(now)
    on_behalf = person_id != by.person_id
    check_may_speak(session, meeting_id, person_id, invited=on_behalf)
    wanted = IN_LAW[RequestKind(kind)]
    if wanted is not FloorKind.POINT_OF_ORDER and now.step not in IN_DEBATE:
        raise RuleBroken("Debatten är avslutad.")
    answers = _check_rules(session, meeting, now, person_id, wanted, on_behalf)
    if reply_to is not None and answers != reply_to:
        raise MovedOn("En annan har fått ordet. Se knappen igen.")
    return _put_on_list(session, now, person_id, RequestKind(kind), answers, by=by)


def withdraw_request(session: Session, meeting_id: int, request_id: int, *, by: Actor) -> None:
    request = waiting_request(session, meeting_id, request_id)
    asking.oneself_or_leader(session, meeting_id, request.person_id, by)
    request.ended_at, request.ended_how = clock.now(), "withdrawn"
    name = named(session, meeting_id, request.person_id).name
    log.append(session, FloorWithdrawn(request.id, request.person_id, name), by=by)


def waiting_request(session: Session, meeting_id: int, request_id: int) -> Request:
    """By key; one that has been given, withdrawn or closed has moved on."""
    request = session.get(Request, request_id)
    if request is None or request.meeting_id != meeting_id:
        raise NotFound("Begäran finns inte i det här sammanträdet.")
    if request.ended_at is not None:
        raise MovedOn("Begäran finns inte längre på listan.")
    return request


def check_may_speak(
    session: Session, meeting_id: int, person_id: int, *, invited: bool = False
) -> None:
    """Those who serve, and commissioners; `invited`: the chair lets somebody else speak."""
    named(session, meeting_id, person_id)
    seat = own_seat(session, meeting_id, person_id)
    if seat is not None and seat.recused_id == person_id:
        raise RuleBroken("Den som är jävig deltar inte i ärendet.")
    if not invited and not policy.may_speak(session, meeting_id, person_id):
        raise NotAllowed("Bara den som tjänstgör får begära ordet.")
    check_in_the_deliberation(session, meeting_id, person_id)


def _check_rules(
    session: Session,
    meeting: Meeting,
    now: Current,
    person_id: int,
    kind: FloorKind,
    on_behalf: bool,
) -> int | None:
    """Which speech a rejoinder answers; None for the other kinds."""
    waiting = [floor.in_law(one) for one in floor.waiting_requests(session, meeting.id)]
    closed = now.handling.list_closed_at is not None
    if kind is not FloorKind.REJOINDER:
        _refuse(may_ask(person_id, kind, waiting, list_closed=closed))
        if kind is FloorKind.SPEECH and not on_behalf:
            _check_turn(session, meeting, now, person_id)
        return None
    rules = state.procedure(meeting)
    speeches = floor.speeches_in(session, meeting.id, now.item.id)
    asked = (person_id, speeches, waiting, rules)
    _refuse(may_rejoin(*asked, list_closed=closed, chair_allows=on_behalf))
    answered = answered_speech(speeches)
    return answered.id if answered else None


def _refuse(refusal: FloorRefusal | None) -> None:
    if refusal is not None:
        raise RuleBroken(refusal.text)


def _check_turn(session: Session, meeting: Meeting, now: Current, person_id: int) -> None:
    if not has_turn(session, meeting, now, person_id):
        raise RuleBroken("Du har inget mer inlägg i den här debatten.")


def _put_on_list(
    session: Session,
    now: Current,
    person_id: int,
    kind: RequestKind,
    answers: int | None,
    *,
    by: Actor,
) -> int:
    meeting_id = now.handling.meeting_id
    request = Request(meeting_id=meeting_id, item_id=now.item.id, person_id=person_id, kind=kind)
    request.reply_to, request.requested_at = answers, clock.now()
    request.rank = _last_rank(session, meeting_id) + 1
    on_behalf = person_id != by.person_id
    request.added_by = by.person_id if on_behalf else None
    session.add(request)
    session.flush()
    who = named(session, meeting_id, person_id)
    told = (request.id, now.item.id, who.id, who.name, who.party, kind, answers, on_behalf)
    log.append(session, FloorRequested(*told), by=by)
    return request.id


def _last_rank(session: Session, meeting_id: int) -> int:
    last = select(func.max(Request.rank)).where(Request.meeting_id == meeting_id)
    return session.scalar(last) or 0
