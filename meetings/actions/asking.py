"""What every act asks before anything is changed: may I, is this the time, is it still the item?"""

from sqlalchemy.orm import Session

from core.actor import Actor
from core.errors import MovedOn, NotAllowed, NotFound, RuleBroken
from meetings import policy
from meetings.models import Meeting, Seat
from meetings.queries import items, state
from meetings.queries.items import Current
from meetings.rules.lifecycle import Step, possible, why_not
from meetings.rules.steps import ItemStep


def leader(session: Session, meeting_id: int, by: Actor) -> None:
    if not policy.may_lead(session, meeting_id, by):
        raise NotAllowed("Det gör ordföranden eller sekreteraren.")


def clerk(session: Session, meeting_id: int, by: Actor) -> None:
    if not policy.may_clerk(session, meeting_id, by):
        raise NotAllowed("Det gör fullmäktiges kansli.")


def oneself_or_leader(session: Session, meeting_id: int, person_id: int, by: Actor) -> None:
    if not policy.may_act_for(session, meeting_id, person_id, by):
        raise NotAllowed("Det gör ledamoten själv, ordföranden eller sekreteraren.")


def meeting_when(session: Session, meeting_id: int, step: Step) -> Meeting:
    """The meeting, if it has come so far that this can be done."""
    meeting = state.meeting(session, meeting_id)
    now = state.state(meeting)
    if step not in possible(now):
        raise RuleBroken(why_not(now))
    return meeting


def no_vote_going_on(now: Current | None) -> None:
    """While a vote is open nothing else is done (KL 5:43, U11)."""
    if now is not None and now.step is ItemStep.DIVISION:
        raise RuleBroken("Votering pågår. Vänta tills den är avslutad.")


def open_item(session: Session, meeting_id: int, item_id: int) -> Current:
    """The item that the button was drawn for, if it is still the one being handled."""
    now = items.current(session, meeting_id)
    if now is None or now.item.id != item_id:
        raise MovedOn()
    return now


def any_item(session: Session, meeting_id: int) -> Current:
    now = items.current(session, meeting_id)
    if now is None:
        raise RuleBroken("Inget ärende är öppet.")
    return now


def seat_of(session: Session, meeting_id: int, seat: int) -> Seat:
    found = session.get(Seat, (meeting_id, seat))
    if found is None:
        raise NotFound("Plats {seat} finns inte i det här sammanträdet.", seat=seat)
    return found
