"""Asking for the floor, replying, stopping, and proposing the opposite."""

from agenda.actions import proposals
from agenda.models import ProposalKind
from agenda.rules.kinds import ItemKind
from core import clock
from meetings.actions import floor
from meetings.models import RequestKind
from meetings.rules.steps import ItemStep
from web.demo.crowd import Crowd
from web.demo.exercises import Plan
from web.demo.sight import Sight

QUIET = (ItemKind.FORMALITY, ItemKind.NOTICE, ItemKind.ELECTION)
SPEECHES = {True: 8, False: 3}  # by whether the item is disputed
WAITING = 5
SHORT = 14  # seconds at most, for this is practice


def take_part(crowd: Crowd, seen: Sight) -> None:
    plan = crowd.plan(seen)
    current = seen.current
    if plan is None or current is None or plan.kind in QUIET:
        return
    if current.step in (ItemStep.PRESENTATION, ItemStep.DEBATE):
        _object(crowd, seen, plan, current.item.id)
        _ask(crowd, seen, plan, current.item.id)
        _reply(crowd, seen, current.item.id)
        _stop(crowd, seen)


def _object(crowd: Crowd, seen: Sight, plan: Plan, item: int) -> None:
    opposed = [row.person_id for row in seen.serving if row.party == "M"]
    if plan.against is None or item in crowd.objected or not opposed:
        return
    crowd.objected.add(item)
    kind, text = plan.against
    crowd.attempt(proposals.make_proposal, item, ProposalKind(kind), text, by=opposed[-1] or 0)


def _ask(crowd: Crowd, seen: Sight, plan: Plan, item: int) -> None:
    left = crowd.asked.setdefault(item, SPEECHES[plan.is_disputed])
    if left and len(seen.waiting) < WAITING and crowd.now_and_then(0.6):
        person = crowd.someone(seen)
        if person is not None:
            crowd.asked[item] = left - 1
            crowd.attempt(floor.request_floor, item, RequestKind.SPEECH, by=person)


def _reply(crowd: Crowd, seen: Sight, item: int) -> None:
    speaking, person = seen.speaking, crowd.someone(seen)
    if speaking is None or person is None or not crowd.now_and_then(0.06):
        return
    if crowd.is_stormy and crowd.now_and_then(0.5):
        crowd.attempt(floor.request_floor, item, RequestKind.POINT_OF_ORDER, by=person)
    else:
        told = (item, RequestKind.REPLY, speaking.speech_id)
        crowd.attempt(floor.request_floor, *told, by=person)


def _stop(crowd: Crowd, seen: Sight) -> None:
    """Nobody speaks for long; whoever practises speaks for as long as she likes."""
    speaking = seen.speaking
    if speaking is None or crowd.is_a_person(speaking.person_id) or seen.waiting:
        return
    if clock.seconds_between(speaking.started_at, clock.now()) > SHORT:
        crowd.attempt(floor.end_speech, speaking.speech_id, by=speaking.person_id)
