"""The meeting's states, and what is possible in each.

Kommunallagen 5 kap. 12–15, 43, 45 §§: convened in time, led by the chair, quorate.  Reservations
are declared before the meeting closes (RES-1); a division that waits for the casting vote lets
nothing else happen (U11).  The steps of one item stand in `meetings.rules.steps`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.words import Sentence


class MeetingState(StrEnum):
    PLANNED = "planned"
    CONVENED = "convened"
    OPEN = "open"
    ADJOURNED = "adjourned"
    CLOSED = "closed"


class Step(StrEnum):
    """What somebody may do with the meeting."""

    EDIT_AGENDA = "edit_agenda"
    CONVENE = "convene"
    CHECK_IN = "check_in"
    OPEN = "open"
    CALL_ROLL = "call_roll"
    OPEN_ITEM = "open_item"
    CLOSE_ITEM = "close_item"
    MOVE_ITEM = "move_item"  # from one step of the item to another
    ASK_FOR_FLOOR = "ask_for_floor"
    GIVE_FLOOR = "give_floor"
    PROPOSE = "propose"
    OPEN_VOTE = "open_vote"
    CAST_VOTE = "cast_vote"
    CLOSE_VOTE = "close_vote"
    ABANDON_VOTE = "abandon_vote"  # begun in error, or the council is no longer quorate
    USE_CASTING_VOTE = "use_casting_vote"
    GAVEL = "gavel"
    CALL_SUBSTITUTE = "call_substitute"
    LEAVE = "leave"
    RESERVE = "reserve"
    NOTE_FOR_MINUTES = "note_for_minutes"
    ADJOURN = "adjourn"
    RESUME = "resume"
    CLOSE = "close"
    EDIT_MINUTES = "edit_minutes"
    APPROVE_MINUTES = "approve_minutes"
    APPROVE_ITEM = "approve_item"  # at once, in the meeting
    CHOOSE_VERIFIERS = "choose_verifiers"


@dataclass(frozen=True)
class Now:
    """How far the meeting has come."""

    state: MeetingState
    item_open: bool = False
    vote_open: bool = False
    awaits_casting_vote: bool = False


def possible(state: MeetingState) -> frozenset[Step]:
    """What can be done in this state at all; `possible_now` also looks at the item and the vote."""
    return _POSSIBLE[state]


def possible_now(now: Now) -> frozenset[Step]:
    """What can be done at this moment.  KL 5:43, U11."""
    steps = possible(now.state)
    if now.state is not MeetingState.OPEN:
        return steps
    if now.awaits_casting_vote:
        return steps & _WHILE_EVEN
    if now.vote_open:
        return steps & _WHILE_VOTING
    return steps - _VOTE - ({Step.OPEN_ITEM, Step.CLOSE} if now.item_open else _NEED_ITEM)


def after(state: MeetingState, step: Step) -> MeetingState:
    """The state that the step leads to.  Refuses what is not possible."""
    if step not in possible(state):
        raise ValueError(why_not(state))
    return _LEADS_TO.get(step, state)


def why_not(state: MeetingState) -> Sentence:
    """Why something cannot be done now, in plain words."""
    return _WHY_NOT[state]


_ALWAYS_OPEN = frozenset(
    {
        Step.CHECK_IN,
        Step.CALL_ROLL,
        Step.ASK_FOR_FLOOR,
        Step.GIVE_FLOOR,
        Step.CALL_SUBSTITUTE,
        Step.LEAVE,
        Step.RESERVE,
        Step.NOTE_FOR_MINUTES,
        Step.EDIT_AGENDA,
        Step.OPEN_ITEM,
        Step.ADJOURN,
        Step.CLOSE,
        Step.CHOOSE_VERIFIERS,
        Step.APPROVE_ITEM,
    }
)
_NEED_ITEM = frozenset(
    {
        Step.CLOSE_ITEM,
        Step.MOVE_ITEM,
        Step.PROPOSE,
        Step.OPEN_VOTE,
        Step.GAVEL,
    }
)
_VOTE = frozenset({Step.CAST_VOTE, Step.CLOSE_VOTE, Step.ABANDON_VOTE, Step.USE_CASTING_VOTE})
_WHILE_EVEN = frozenset({Step.USE_CASTING_VOTE, Step.CHECK_IN, Step.LEAVE})
_WHILE_VOTING = (_VOTE - {Step.USE_CASTING_VOTE}) | {Step.CHECK_IN, Step.LEAVE}

_POSSIBLE: Mapping[MeetingState, frozenset[Step]] = {
    MeetingState.PLANNED: frozenset({Step.EDIT_AGENDA, Step.CONVENE}),
    MeetingState.CONVENED: frozenset(
        {Step.EDIT_AGENDA, Step.CHECK_IN, Step.LEAVE, Step.PROPOSE, Step.OPEN}
    ),
    MeetingState.OPEN: _ALWAYS_OPEN | _NEED_ITEM | _VOTE,
    MeetingState.ADJOURNED: frozenset(
        {
            Step.EDIT_AGENDA,
            Step.CHECK_IN,
            Step.LEAVE,
            Step.CALL_SUBSTITUTE,
            Step.RESERVE,
            Step.NOTE_FOR_MINUTES,
            Step.RESUME,
            Step.CHOOSE_VERIFIERS,
            Step.APPROVE_ITEM,
            Step.CLOSE,  # a large loss: close and convene anew (REM-5)
        }
    ),
    MeetingState.CLOSED: frozenset(
        {Step.EDIT_MINUTES, Step.CHOOSE_VERIFIERS, Step.APPROVE_MINUTES}
    ),
}
_LEADS_TO: Mapping[Step, MeetingState] = {
    Step.CONVENE: MeetingState.CONVENED,
    Step.OPEN: MeetingState.OPEN,
    Step.ADJOURN: MeetingState.ADJOURNED,
    Step.RESUME: MeetingState.OPEN,
    Step.CLOSE: MeetingState.CLOSED,
}
_WHY_NOT: Mapping[MeetingState, Sentence] = {
    MeetingState.PLANNED: Sentence("Sammanträdet är inte kallat än."),
    MeetingState.CONVENED: Sentence("Sammanträdet är inte öppnat än."),
    MeetingState.OPEN: Sentence("Sammanträdet pågår."),
    MeetingState.ADJOURNED: Sentence("Sammanträdet är ajournerat."),
    MeetingState.CLOSED: Sentence("Sammanträdet är avslutat."),
}
