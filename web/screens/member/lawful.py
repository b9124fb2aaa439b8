"""Why a member may not do something just now, in the words that the greyed button tells.

The action has the last word and asks the same rules; here they are asked for everybody at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from agenda.queries.meetings import Progress
from core.words import Sentence
from councils.rules.procedure import Procedure
from meetings.models import Meeting
from meetings.queries import state
from meetings.queries.allowance import has_turn_after
from meetings.queries.items import Current
from meetings.queries.meetings import NO_ITEM, VOTING
from meetings.rules.floor import FloorKind, FloorRefusal, Request, may_ask
from meetings.rules.lifecycle import MeetingState, Step, possible, why_not
from meetings.rules.rejoinders import Speech, may_rejoin
from meetings.rules.steps import ItemStep
from voting.rules.statements import may_declare_out

IN_DEBATE = (ItemStep.PRESENTATION, ItemStep.DEBATE)
NOT_SERVING = Sentence("Bara den som tjänstgör kan göra det här.")
NO_FLOOR = Sentence("Bara den som tjänstgör får begära ordet.")
RECUSED = Sentence("Den som är jävig deltar inte i ärendet.")
PRESIDING = Sentence("Lämna över ordförandeplatsen först.")
DEBATE_OVER = Sentence("Debatten är avslutad.")
NO_TURN = Sentence("Du har inget mer inlägg i den här debatten.")
SETTLED = Sentence("Ärendet avgörs nu eller är avgjort. Yrkandena ligger fast.")
READ_BACK = Sentence("Yrkandena är upplästa och ligger fast.")
DECIDED = Sentence("Beslutet är redan fattat.")


@dataclass(frozen=True)
class Moment:
    """How far the meeting has come.  `is_put`: the question is before the council.

    `serving`, `recused`, `speaking` (with or without a seat) and `proposing` are persons.
    """

    meeting: Meeting
    procedure: Procedure
    current: Current | None
    is_put: bool
    speeches: Sequence[Speech]
    waiting: Sequence[Request]
    serving: frozenset[int]
    recused: frozenset[int]
    speaking: frozenset[int]
    proposing: frozenset[int]

    @property
    def state(self) -> MeetingState:
        return state.state(self.meeting)

    @property
    def is_list_closed(self) -> bool:
        return self.current is not None and self.current.handling.list_closed_at is not None


def reasons(now: Moment, person: int) -> dict[str, str]:
    """By act; what is not named can be done."""
    asked = {name: why(now, person) for name, why in ACTS.items()}
    return {name: reason for name, reason in asked.items() if reason}


def _speech(now: Moment, person: int) -> str | None:
    if reason := _floor(now, person) or _debate(now):
        return reason
    asked = (person, FloorKind.SPEECH, now.waiting)
    if refusal := may_ask(*asked, list_closed=now.is_list_closed):
        return refusal.text
    assert now.current is not None  # noqa: S101 - without an item `_floor` has spoken
    has_turn = has_turn_after(now.speeches, now.meeting, now.current, person)
    return None if has_turn else NO_TURN


def _reply(now: Moment, person: int) -> str | None:
    if reason := _floor(now, person) or _debate(now):
        return reason
    asked = (person, now.speeches, now.waiting, now.procedure)
    return _told(may_rejoin(*asked, list_closed=now.is_list_closed))


def _point(now: Moment, person: int) -> str | None:
    asked = (person, FloorKind.POINT_OF_ORDER, now.waiting)
    return _floor(now, person) or _told(may_ask(*asked, list_closed=False))


def _propose(now: Moment, person: int) -> str | None:
    if reason := _item(now, Step.PROPOSE):
        return reason
    step = Progress(now.current.step if now.current else None)
    if step.is_being_decided:
        return SETTLED
    if step.is_past_debate:
        return READ_BACK
    if person in now.recused:
        return RECUSED
    return None if person in now.proposing else NOT_SERVING


def _recuse(now: Moment, person: int) -> str | None:
    reason = _item(now, Step.MOVE_ITEM) or _division(now)
    if reason or (now.current and now.current.step is ItemStep.DECISION):
        return reason or DECIDED
    if person not in now.serving:
        return RECUSED if person in now.recused else NOT_SERVING
    return PRESIDING if person == now.meeting.presiding_id else None


def _stay_out(now: Moment, person: int) -> str | None:
    if reason := _item(now, Step.MOVE_ITEM):
        return reason
    if person not in now.serving:
        return RECUSED if person in now.recused else NOT_SERVING
    refusal = may_declare_out(question_put=now.is_put)
    return refusal.text if refusal else None


def _demand(now: Moment, person: int) -> str | None:
    return None if person in now.serving else NOT_SERVING


def _leave(now: Moment, person: int) -> str | None:
    if Step.LEAVE not in possible(now.state):
        return why_not(now.state)
    if person not in now.serving | now.recused:
        return NOT_SERVING
    is_chair = person == now.meeting.presiding_id and person in now.serving
    return PRESIDING if is_chair else None


def _floor(now: Moment, person: int) -> str | None:
    if reason := _item(now, Step.ASK_FOR_FLOOR) or _division(now):
        return reason
    if person in now.recused:
        return RECUSED
    return None if person in now.speaking else NO_FLOOR


def _item(now: Moment, step: Step) -> str | None:
    if step not in possible(now.state):
        return why_not(now.state)
    return NO_ITEM if now.current is None else None


def _division(now: Moment) -> str | None:
    is_voting = now.current is not None and now.current.step is ItemStep.DIVISION
    return VOTING if is_voting else None


def _debate(now: Moment) -> str | None:
    return None if now.current and now.current.step in IN_DEBATE else DEBATE_OVER


def _told(refusal: FloorRefusal | None) -> str | None:
    return refusal.text if refusal else None


ACTS: Mapping[str, Callable[[Moment, int], str | None]] = {
    "speech": _speech,
    "reply": _reply,
    "point_of_order": _point,
    "propose": _propose,
    "recuse": _recuse,
    "stay_out": _stay_out,
    "demand": _demand,
    "leave": _leave,
}
