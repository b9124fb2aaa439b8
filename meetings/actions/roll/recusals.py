"""Conflict of interest: one person, one item (KL 5:47).  Ends by itself when the item closes."""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from meetings.actions import asking, seating
from meetings.facts import MemberRecused
from meetings.models import Seat
from meetings.queries.conflicts import not_yet_aside
from meetings.queries.people import named
from meetings.queries.roll import own_seat
from meetings.rules.attendance import SeatRefusal
from meetings.rules.lifecycle import Step
from meetings.rules.steps import ItemStep


def recuse(session: Session, meeting_id: int, person_id: int, *, by: Actor) -> None:
    """Stands aside for the open item.  The reason is not asked for and not kept."""
    asking.oneself_or_leader(session, meeting_id, person_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.MOVE_ITEM)
    now = asking.any_item(session, meeting_id)
    asking.no_vote_going_on(now)
    if now.step is ItemStep.DECISION:
        raise RuleBroken("Beslutet är redan fattat.")
    seat = own_seat(session, meeting_id, person_id)
    if seat is not None and seat.recused_id == person_id:
        raise MovedOn("Jäv är redan antecknat.")
    if seat is None or seat.serving_id != person_id:
        raise RuleBroken("Jäv antecknas för den som tjänstgör.")
    if meeting.presiding_id == person_id:
        raise RuleBroken("Lämna över ordförandeplatsen först.")
    _stand_aside(session, seat, now.item.id, None, by=by)


def stand_aside_accountable(session: Session, meeting_id: int, item_id: int, *, by: Actor) -> None:
    """All whom the office has listed in the item, before the question is put.  KL 5:48–49."""
    asking.leader(session, meeting_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.MOVE_ITEM)
    now = asking.open_item(session, meeting_id, item_id)
    asking.no_vote_going_on(now)
    people = not_yet_aside(session, meeting, now)
    if not people:
        raise MovedOn("Ingen som ska stå åt sidan tjänstgör.")
    if meeting.presiding_id in [person.id for person in people]:
        raise RuleBroken("Lämna över ordförandeplatsen först.")
    for person in people:
        if (seat := own_seat(session, meeting_id, person.id)) is not None:
            _stand_aside(session, seat, item_id, now.item.audit, by=by)


def end_recusal(session: Session, meeting_id: int, person_id: int, *, by: Actor) -> None:
    """It was no conflict after all: back in the same item, if nobody else sits there."""
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.MOVE_ITEM)
    now = asking.any_item(session, meeting_id)
    asking.no_vote_going_on(now)
    seat = own_seat(session, meeting_id, person_id)
    if seat is None or seat.recused_id != person_id:
        raise MovedOn()
    if seat.serving_id is not None:
        raise RuleBroken(SeatRefusal.RECUSED.text)
    seating.sit_again(session, seat, now.item.id, by=by)


def _stand_aside(
    session: Session, seat: Seat, item_id: int, audit: str | None, *, by: Actor
) -> None:
    """A substitute who stands aside for a member who stands aside leaves the member waiting."""
    person = named(session, seat.meeting_id, seat.serving_id or 0)
    seating.leave_the_floor(session, seat.meeting_id, person.id, by=by)
    seating.end_stretch(session, seat.meeting_id, person.id, "recused")
    seat.recused_id = seat.recused_id or person.id
    seating.empty(seat)
    who = (seat.seat, person.id, person.name, person.party)
    log.append(session, MemberRecused(*who, item_id, audit), by=by)
