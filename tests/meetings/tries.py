"""What is tried in a meeting, by the right person and by the wrong one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random
from typing import Any

from meetings.actions import (
    assents,
    board,
    conduct,
    desk,
    distance,
    floor,
    items,
    lines,
    privacy,
    roll,
    summoning,
)
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


class OneOf(tuple[Any, ...]):
    """One of these, by chance."""

    __slots__ = ()


@dataclass(frozen=True)
class Try:
    action: Callable[..., object]
    args: tuple[Any, ...] = ()


ANYBODY = OneOf([ANNA, BEA, BO, 4, 5, SIV, SAM, KLARA, PIA, DAN])
LEADERS = OneOf([ANNA, KLARA, ANNA, KLARA, KLARA, BEA, BO, PIA])
MEMBERS = OneOf(range(1, 6))
MODES = OneOf(["hall", "remote"])
KINDS = OneOf(["speech", "reply", "point_of_order"])
STEPS = OneOf(["presentation", "proposals", "order", "acclamation", "division", "decision"])
YES_OR_NO = OneOf([True, False])


def _try(action: Callable[..., object], *args: Any) -> Try:
    return Try(action, args)


GROUPS: dict[str, tuple[Sequence[int | None], list[Try]]] = {
    "lead": (
        LEADERS,
        [
            _try(conduct.open_meeting),
            _try(conduct.take_chair, ANYBODY),
            _try(conduct.adjourn, None, None),
            *[_try(conduct.resume)] * 8,
            _try(conduct.close_meeting, OneOf([True, *[False] * 19])),
            *[_try(items.open_item, OneOf(range(7, 13)))] * 4,
            _try(items.take_step, Now.ITEM, STEPS, Now.STEP, True),
            *[_try(items.take_step, Now.ITEM, "debate", Now.STEP, True)] * 4,
            *[_try(items.close_item, Now.ITEM, YES_OR_NO)] * 3,
            _try(board.announce_meeting),
            _try(summoning.send_summons),
            _try(summoning.note_summons, OneOf([(1, 2), (SIV,), (DAN,)]), "handed", "2026-12-10"),
            _try(summoning.strike_summons, OneOf([1, SIV])),
            _try(board.take_down, OneOf(range(2, 6)), True),
            *[_try(assents.record_assent, OneOf(range(7, 13)), YES_OR_NO)] * 2,
            _try(items.show_document, 9, OneOf([None, 1]), OneOf(range(1, 6))),
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
            _try(floor.change_request_kind, Now.REQUEST, KINDS),
            _try(floor.close_list, Now.ITEM),
            *[_try(floor.reopen_list, Now.ITEM)] * 3,
        ],
    ),
    "act for oneself": (
        ANYBODY,
        [
            _try(roll.arrive, MODES),
            _try(roll.move, MODES),
            _try(roll.leave, None, OneOf([True, *[False] * 5])),
            _try(roll.recuse, ANYBODY),
            _try(floor.request_floor, Now.ITEM, "speech"),
            _try(floor.request_floor, Now.ITEM, KINDS),
            _try(floor.withdraw_request, Now.REQUEST),
            _try(floor.end_speech, Now.SPEECH),
            _try(desk.ask_help, "Ljud"),
            _try(distance.request_distance, ANYBODY, OneOf(["Skäl", ""])),
            _try(distance.withdraw_request, ANYBODY),
            _try(privacy.attest_private, Now.ITEM),
            _try(desk.answer_offer, Now.OFFER, OneOf(["opened", "refused"])),
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
        [_try(lines.lose_line, MEMBERS), _try(lines.regain_line, MEMBERS)],
    ),
}

OFTEN = ("lead", "lead", "keep the roll", "keep the roll", "keep the roll")


def anything(chance: Random) -> tuple[int | None, Try]:
    """Who tries, and what; the meeting and its roll more often than the rest."""
    return one_of(chance.choice([*OFTEN, *sorted(GROUPS)]), chance)


def one_of(group: str, chance: Random) -> tuple[int | None, Try]:
    people, acts = GROUPS[group]
    chosen = chance.choice(acts)
    return chance.choice(people), Try(chosen.action, tuple(_settle(a, chance) for a in chosen.args))


def _settle(arg: Any, chance: Random) -> Any:
    return chance.choice(arg) if isinstance(arg, OneOf) else arg
