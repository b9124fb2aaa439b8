"""KL 5:43, 5:72: the speakers' list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.floor import (
    FloorKind,
    FloorRefusal,
    Place,
    Request,
    convert,
    in_order,
    may_ask,
    move,
    place,
)

SPEECH, REJOINDER, POINT = FloorKind.SPEECH, FloorKind.REJOINDER, FloorKind.POINT_OF_ORDER


def asks(position: int, person: int, kind: FloorKind = SPEECH) -> Request:
    answers = 1 if kind is REJOINDER else None
    return Request(position, person, kind, position, answers)


@st.composite
def lists(draw: st.DrawFn) -> list[Request]:
    kinds = draw(st.lists(st.sampled_from(FloorKind), max_size=12))
    waiting = [asks(n, n, kind) for n, kind in enumerate(kinds, start=1)]
    return list(draw(st.permutations(waiting)))


def people(requests: list[Request]) -> list[int]:
    return [request.person for request in requests]


def reason(waiting: list[Request], person: int) -> str:
    found = place(waiting, person)
    assert found is not None
    return found.reason


def test_a_point_of_order_goes_first_then_rejoinders_then_speeches() -> None:
    waiting = [asks(1, 11), asks(2, 12), asks(3, 13, REJOINDER), asks(4, 14, POINT)]
    assert people(in_order(waiting)) == [14, 13, 11, 12]


@given(lists())
def test_within_a_kind_the_order_of_asking_holds(waiting: list[Request]) -> None:
    ordered = in_order(waiting)
    for kind in FloorKind:
        positions = [request.position for request in ordered if request.kind is kind]
        assert positions == sorted(positions)
    kinds = [list(FloorKind).index(request.kind) for request in ordered]
    assert kinds == sorted(kinds)
    assert sorted(people(ordered)) == sorted(people(waiting))


def test_of_two_in_the_same_place_the_one_who_asked_first_goes_first() -> None:
    late, early = Request(2, 12, SPEECH, 1), Request(1, 11, SPEECH, 1)
    assert people(in_order([late, early])) == [11, 12]


@given(lists())
def test_everyone_on_the_list_has_a_place_and_nobody_else(waiting: list[Request]) -> None:
    for n, request in enumerate(in_order(waiting), start=1):
        found = place(waiting, request.person)
        assert found is not None
        assert (found.n, found.request) == (n, request)
    assert place(waiting, 999) is None


@given(lists(), st.data())
def test_the_chair_moves_one_and_whoever_asks_next_comes_last(
    waiting: list[Request], data: st.DataObject
) -> None:
    if not waiting:
        return
    chosen = data.draw(st.sampled_from(waiting))
    peers = [one for one in in_order(waiting) if one.kind is chosen.kind]
    to = data.draw(st.integers(1, len(peers)))
    moved = move(waiting, chosen.id, to)
    rest = [one.person for one in peers if one != chosen]
    now = [one.person for one in moved if one.kind is chosen.kind]
    assert now == [*rest[: to - 1], chosen.person, *rest[to - 1 :]]
    assert [one for one in moved if one.kind is not chosen.kind] == [
        one for one in in_order(waiting) if one.kind is not chosen.kind
    ]
    late = Request(99, 99, chosen.kind, max(one.position for one in moved) + 1)
    assert [one for one in in_order([*moved, late]) if one.kind is chosen.kind][-1] == late


def test_the_first_of_several_requests_counts() -> None:
    waiting = [asks(1, 11), asks(2, 12), asks(3, 12, POINT)]
    assert place(waiting, 12) == Place(1, "En ordningsfråga går före talarlistan.", waiting[2])


def test_each_place_says_why_it_is_what_it_is() -> None:
    first, second = asks(1, 11), asks(2, 12)
    rejoinder, point = asks(3, 13, REJOINDER), asks(4, 14, POINT)
    assert reason([first, second], 12) == "Ordet ges i den ordning det begärs."
    assert reason([first, rejoinder], 13) == "En replik går före nya anföranden."
    assert reason([first, point], 14) == "En ordningsfråga går före talarlistan."
    assert reason([first, second, rejoinder], 12) == "En replik går före dig."
    assert reason([rejoinder, point], 13) == "En ordningsfråga går före dig."
    assert reason([first, rejoinder, point], 11) == "En ordningsfråga och en replik går före dig."


@pytest.mark.parametrize(
    ("points", "rejoinders", "words"),
    [
        (1, 0, "En ordningsfråga går före dig."),
        (2, 0, "2 ordningsfrågor går före dig."),
        (0, 1, "En replik går före dig."),
        (0, 3, "3 repliker går före dig."),
        (1, 1, "En ordningsfråga och en replik går före dig."),
        (1, 2, "En ordningsfråga och 2 repliker går före dig."),
        (3, 1, "3 ordningsfrågor och en replik går före dig."),
        (2, 2, "2 ordningsfrågor och 2 repliker går före dig."),
    ],
)
def test_all_who_go_before_a_speech_are_told(points: int, rejoinders: int, words: str) -> None:
    kinds = [POINT] * points + [REJOINDER] * rejoinders
    later = [asks(n, n, kind) for n, kind in enumerate(kinds, start=2)]
    assert reason([asks(1, 1), *later], 1) == words


def test_many_that_go_before_are_counted() -> None:
    rejoinders = [asks(n, n, REJOINDER) for n in range(2, 23)]
    points = [asks(n, n, POINT) for n in range(30, 32)]
    told = reason([asks(1, 1), *rejoinders, *points], 1)
    assert told == "2 ordningsfrågor och 21 repliker går före dig."


def test_a_rejoinder_that_was_asked_for_earlier_has_not_passed_anyone() -> None:
    waiting = [asks(1, 13, REJOINDER), asks(2, 12)]
    assert reason(waiting, 12) == "Ordet ges i den ordning det begärs."


def test_a_move_by_the_chair_is_told_to_those_it_concerns() -> None:
    waiting = [asks(1, 11), asks(2, 12), asks(3, 13)]
    moved = move(waiting, 3, 1)
    assert people(moved) == [13, 11, 12]
    assert reason(moved, 13) == "Ordföranden har ändrat din plats."
    assert reason(moved, 11) == "Ordföranden har ändrat ordningen före dig."


def test_one_cannot_be_moved_out_of_the_list() -> None:
    waiting = [asks(1, 11), asks(2, 12), asks(3, 13, POINT)]
    for to in (0, 3):
        with pytest.raises(ValueError, match="mellan 1 och 2"):
            move(waiting, 1, to)
    with pytest.raises(ValueError, match="finns inte längre"):
        move(waiting, 7, 1)


def test_after_the_streck_only_points_of_order_are_new() -> None:
    waiting = [asks(1, 11)]
    assert may_ask(12, SPEECH, waiting, list_closed=False) is None
    assert may_ask(12, SPEECH, waiting, list_closed=True) is FloorRefusal.LIST_CLOSED
    assert may_ask(12, POINT, waiting, list_closed=True) is None


def test_one_stands_on_the_list_once_for_each_kind() -> None:
    waiting = [asks(1, 11)]
    refusal = may_ask(11, SPEECH, waiting, list_closed=True)
    assert refusal is FloorRefusal.ALREADY_LISTED
    assert refusal.text == "Du står redan på talarlistan."
    assert may_ask(11, POINT, waiting, list_closed=False) is None


def test_who_else_stands_on_the_list_hinders_nobody_from_asking() -> None:
    waiting = [asks(1, 11), asks(2, 13)]
    refusals = [may_ask(person, SPEECH, waiting, list_closed=False) for person in (11, 12, 13, 14)]
    listed = FloorRefusal.ALREADY_LISTED
    assert refusals == [listed, None, listed, None]


def test_a_rejoinder_asked_for_by_the_wrong_button_keeps_its_time_of_asking() -> None:
    wrong = asks(2, 12)
    turned = convert(wrong, REJOINDER, answers=1)
    assert turned == Request(2, 12, REJOINDER, 2, answers=1)
    assert convert(turned, SPEECH, answers=1) == wrong
    assert convert(turned, SPEECH) == wrong
    with pytest.raises(ValueError, match="Replik går att begära"):
        convert(wrong, REJOINDER)


def test_no_refusal_is_without_words() -> None:
    assert [bool(refusal.text) for refusal in FloorRefusal] == [True] * len(FloorRefusal)
