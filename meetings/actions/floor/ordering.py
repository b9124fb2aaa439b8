"""The chair orders the list: moves, turns one kind into another, draws the streck."""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from meetings.actions import asking
from meetings.actions.floor.requests import waiting_request
from meetings.facts import FloorKindChanged, FloorMoved, ListClosed, ListReopened
from meetings.models import Request, RequestKind
from meetings.queries import floor
from meetings.queries.people import named
from meetings.rules import floor as law
from meetings.rules.floor import FloorRefusal
from meetings.rules.lifecycle import Step
from meetings.rules.rejoinders import answered_speech


def move_request(
    session: Session, meeting_id: int, request_id: int, before: int | None = None, *, by: Actor
) -> None:
    """Put a request before another of its kind; None puts it last among them."""
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.GIVE_FLOOR)
    request = waiting_request(session, meeting_id, request_id)
    rows = {row.id: row for row in floor.waiting_requests(session, meeting_id)}
    waiting = law.in_order(floor.in_law(row) for row in rows.values())
    peers = [one.id for one in waiting if rows[one.id].kind == request.kind]
    to = _place(peers, request_id, before)
    if peers.index(request_id) + 1 == to:
        return
    ordered = law.move(waiting, request_id, to)
    for one in ordered:
        rows[one.id].rank = one.position
    request.moved_by = by.person_id
    name = named(session, meeting_id, request.person_id).name
    order = tuple(one.id for one in ordered)
    log.append(session, FloorMoved(request_id, name, order), by=by)


def change_request_kind(
    session: Session, meeting_id: int, request_id: int, kind: str, *, by: Actor
) -> None:
    """What was asked for by the wrong button (INC-8).  The time of asking still counts."""
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.GIVE_FLOOR)
    request, wanted = waiting_request(session, meeting_id, request_id), RequestKind(kind)
    if request.kind == wanted:
        return
    _check_not_listed(session, request, wanted)
    request.kind, request.reply_to = wanted, _answers(session, request, wanted)
    name = named(session, meeting_id, request.person_id).name
    told = (request_id, request.person_id, name, wanted, request.reply_to)
    log.append(session, FloorKindChanged(*told), by=by)


def close_list(session: Session, meeting_id: int, item_id: int, *, by: Actor) -> None:
    """Streck: only those who already stand on the list may still speak."""
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.GIVE_FLOOR)
    now = asking.open_item(session, meeting_id, item_id)
    if now.handling.list_closed_at is not None:
        raise MovedOn("Streck är redan draget.")
    now.handling.list_closed_at = clock.now()
    log.append(session, ListClosed(item_id), by=by)


def reopen_list(session: Session, meeting_id: int, item_id: int, *, by: Actor) -> None:
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.GIVE_FLOOR)
    now = asking.open_item(session, meeting_id, item_id)
    if now.handling.list_closed_at is None:
        raise MovedOn("Listan är redan öppen.")
    now.handling.list_closed_at = None
    log.append(session, ListReopened(item_id), by=by)


def _place(peers: list[int], request_id: int, before: int | None) -> int:
    """The number from 1 that the request gets among its peers."""
    others = [one for one in peers if one != request_id]
    if before is None:
        return len(peers)
    if before not in others:
        raise RuleBroken("En begäran flyttas bland dem av samma slag.")
    return others.index(before) + 1


def _check_not_listed(session: Session, request: Request, kind: RequestKind) -> None:
    same = [
        one
        for one in floor.waiting_requests(session, request.meeting_id)
        if (one.person_id, one.kind) == (request.person_id, kind)
    ]
    if same:
        raise RuleBroken("Personen står redan på listan med en sådan begäran.")


def _answers(session: Session, request: Request, kind: RequestKind) -> int | None:
    if kind is not RequestKind.REPLY:
        return None
    answered = answered_speech(floor.speeches_in(session, request.meeting_id, request.item_id))
    if answered is None:
        raise RuleBroken(FloorRefusal.NO_SPEECH.text)
    return answered.id
