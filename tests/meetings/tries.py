"""What is tried in a meeting, by the right person and by the wrong one."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from random import Random
from typing import Any

from core import log
from core.actor import Actor
from meetings.actions import (
    assents,
    board,
    conduct,
    desk,
    distance,
    floor,
    items,
    leave,
    lines,
    planning,
    privacy,
    roll,
    summoning,
)
from meetings.actions.registering import hand_out_documents
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, PIA, SAM, SIV


class Now(Enum):
    """What an act is about, found when it is done."""

    ITEM = "item"
    STEP = "step"
    REQUEST = "request"
    ANOTHER = "another request"
    SPEECH = "speech"
    CALL = "call"
    OFFER = "offer"
    NOTICE = "notice"
    ASKER = "who asked for the floor"
    OFFERED = "who was held out a document"


class OneOf(tuple[Any, ...]):
    """One of these, by chance."""

    __slots__ = ()


@dataclass(frozen=True)
class Try:
    """`head`: whose log it belongs to, None for that of the meeting."""

    action: Callable[..., object]
    args: tuple[Any, ...] = ()
    head: int | None = None


ANYBODY = OneOf([ANNA, BEA, BO, 4, 5, SIV, SAM, KLARA, PIA, DAN])
AT_HOME = (3, 4, 6, SIV)  # with the chair's yes
ANY_HAND = OneOf([*ANYBODY, Actor(PIA, helping=ANNA), Actor(KLARA, helping=4)])
LEADERS = OneOf([ANNA, KLARA, ANNA, KLARA, KLARA, BEA, BO, PIA])
MEMBERS = OneOf(range(1, 6))
MODES = OneOf(["hall", "remote"])
KINDS = OneOf(["speech", "reply", "point_of_order"])
STEPS = OneOf(["presentation", "proposals", "order", "acclamation", "division", "decision"])
YES_OR_NO = OneOf([True, False])
CALLED = ("Kommunfullmäktige", "2026-12-14", "19:30", "Stadshuset", True, 1)


def _try(action: Callable[..., object], *args: Any) -> Try:
    return Try(action, args)


GROUPS: dict[str, tuple[Sequence[int | Actor | Now | None], list[Try]]] = {
    "lead": (
        LEADERS,
        [
            _try(conduct.open_meeting),
            _try(conduct.take_chair, ANYBODY),
            _try(conduct.adjourn, None, None),
            *[_try(conduct.resume)] * 8,
            _try(conduct.close_meeting, OneOf([True, *[False] * 7])),
            *[_try(items.open_item, OneOf(range(7, 13)))] * 4,
            _try(items.take_step, Now.ITEM, STEPS, Now.STEP, True),
            *[_try(items.take_step, Now.ITEM, "debate", Now.STEP, True)] * 4,
            *[_try(items.close_item, Now.ITEM, YES_OR_NO)] * 3,
            *[_try(leave.record_leave, Now.ITEM, YES_OR_NO)] * 2,
            *[_try(assents.record_assent, OneOf(range(7, 13)), YES_OR_NO)] * 2,
            *[_try(items.show_document, Now.ITEM, OneOf([None, 1]), OneOf(range(1, 6)))] * 3,
        ],
    ),
    "call": (
        OneOf([*[KLARA] * 4, ANNA, PIA, DAN]),
        [
            _try(planning.convene, YES_OR_NO),
            _try(planning.change_meeting, *CALLED, OneOf([None, "members"]), OneOf([1, 3, 9])),
            _try(planning.change_meeting, *CALLED, None, None),
            Try(planning.plan_meeting, (1, *CALLED, None, None), log.REGISTER),
            _try(summoning.send_summons),
            _try(summoning.note_summons, OneOf([(1, 2), (SIV,), (DAN,)]), "handed", "2026-12-10"),
            _try(summoning.strike_summons, OneOf([1, SIV])),
            _try(board.announce_meeting),
            _try(board.announce_meeting, "2026-12-02", OneOf(["tavlan", None])),
            _try(board.take_down, Now.NOTICE, YES_OR_NO),
            _try(board.take_down, OneOf(range(1, 4)), True),
            _try(board.post_again, Now.NOTICE),
            _try(hand_out_documents, 12, 1, "0" * 64),
        ],
    ),
    "keep the roll": (
        LEADERS,
        [
            _try(roll.answer_roll, MEMBERS, OneOf(["hall", "remote", "absent"])),
            _try(roll.finish_roll),
            _try(roll.arrive, MODES, MEMBERS),
            _try(roll.identify, MEMBERS, "picture"),
            _try(roll.identify_all, (3, 4, 6), "picture"),
            _try(distance.answer_request, MEMBERS, OneOf(["granted", "refused"]), "Skäl"),
            _try(distance.grant_now, OneOf([3, 4, 5, SIV])),
            _try(distance.request_distance, MEMBERS, "Skäl"),
            _try(roll.leave, MEMBERS, True),
            _try(roll.leave, 3, True),
            _try(roll.recuse, MEMBERS),
            _try(roll.end_recusal, MEMBERS),
            _try(roll.call_substitute, MEMBERS, OneOf([None, SIV]), (), MODES, True),
            _try(roll.call_substitute, 3, None, (), MODES, True),
            _try(roll.call_substitute, 3, SAM, (SIV,), MODES, True),
            _try(roll.correct_seat, MEMBERS, OneOf([None, *range(1, 6), SIV]), MODES, "Fel", True),
        ],
    ),
    "order the floor": (
        LEADERS,
        [
            _try(floor.request_floor, Now.ITEM, KINDS, None, ANYBODY),
            _try(floor.request_floor, Now.ITEM, "reply", None, MEMBERS),
            *[_try(floor.give_floor, Now.REQUEST)] * 3,
            _try(floor.give_floor_to, MEMBERS),
            _try(floor.move_request, Now.REQUEST, OneOf([Now.ANOTHER, None])),
            _try(floor.move_request, Now.ANOTHER, OneOf([Now.REQUEST, None])),
            _try(floor.move_request, Now.REQUEST, Now.ANOTHER),
            *[_try(floor.change_request_kind, Now.REQUEST, KINDS)] * 3,
            _try(floor.close_list, Now.ITEM),
            *[_try(floor.reopen_list, Now.ITEM)] * 3,
        ],
    ),
    "act for oneself": (
        ANY_HAND,
        [
            _try(roll.arrive, MODES),
            _try(roll.move, MODES),
            _try(roll.leave, None, OneOf([True, *[False] * 5])),
            _try(roll.recuse, ANYBODY),
            _try(floor.request_floor, Now.ITEM, "speech"),
            _try(floor.request_floor, Now.ITEM, KINDS),
            _try(floor.end_speech, Now.SPEECH),
            _try(desk.ask_help, "Ljud"),
            _try(distance.request_distance, ANYBODY, OneOf(["Skäl", ""])),
            _try(distance.withdraw_request, ANYBODY),
            _try(desk.open_document, OneOf([None, 1, 99]), YES_OR_NO),
        ],
    ),
    "answer for oneself": (
        OneOf([Now.ASKER, Now.OFFERED, *AT_HOME, ANNA, DAN]),
        [
            _try(floor.withdraw_request, Now.REQUEST),
            _try(desk.answer_offer, Now.OFFER, OneOf(["opened", "refused"])),
            *[_try(privacy.attest_private, Now.ITEM)] * 2,
            _try(roll.move, MODES),
        ],
    ),
    "ask": (
        MEMBERS,
        [
            _try(floor.request_floor, Now.ITEM, "speech"),
            _try(floor.request_floor, Now.ITEM, "reply"),
            _try(floor.request_floor, Now.ITEM, "point_of_order"),
        ],
    ),
    "help": (
        OneOf([KLARA, PIA, BO]),
        [
            _try(desk.answer_help, Now.CALL),
            _try(desk.end_help, Now.CALL),
            _try(desk.offer_document, MEMBERS, 1),
        ],
    ),
    "lose and regain": (
        OneOf([None]),
        [
            _try(lines.lose_line, OneOf(AT_HOME)),
            _try(lines.regain_line, OneOf(AT_HOME)),
            Try(board.note_looks, (((2, None), (1, "borta")),), log.REGISTER),
        ],
    ),
}

OFTEN = ("lead", "lead", "lead", "keep the roll", "keep the roll", "act for oneself", "ask")


def anything(chance: Random, done: Counter[str]) -> tuple[int | Actor | Now | None, Try]:
    """Who tries, and what; the meeting and its roll more often than the rest.

    Of a few, the one that has been `done` the fewest times: so the rare ones come too.
    """
    few = [_one_of(chance.choice([*OFTEN, *sorted(GROUPS)]), chance) for _ in range(3)]
    return min(few, key=lambda one: done[one[1].action.__name__])


def _one_of(group: str, chance: Random) -> tuple[int | Actor | Now | None, Try]:
    people, acts = GROUPS[group]
    chosen = chance.choice(acts)
    args = tuple(_settle(each, chance) for each in chosen.args)
    return chance.choice(people), replace(chosen, args=args)


def _settle(arg: Any, chance: Random) -> Any:
    return chance.choice(arg) if isinstance(arg, OneOf) else arg
