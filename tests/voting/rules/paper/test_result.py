"""The same seats as `klubba count`, and never a tie broken here."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voting.rules.paper.sheets import LISTS, ONE_PLACE
from voting.rules.paper.result import Result, Stage, Tie, count
from voting.rules.paper.sheet import Choice, Sheet
from web.counting import majority, proportional
from web.counting.fields import read

WORDS = st.sampled_from(["x", "y", "a", "b", "c", "d"])
LIST = st.tuples(st.sampled_from(["A", "B"]), st.lists(WORDS, unique=True, max_size=4).map(tuple))
VOTES = st.lists(st.integers(0, 12), min_size=4, max_size=4)


def test_the_most_votes_win_and_no_half_is_needed() -> None:
    found = count(ONE_PLACE, {"1": 29, "2": 27, "blank": 5}, [])
    assert (found.elected, found.unfilled, found.next_tie) == (("Bo",), 0, None)


def test_equal_for_the_place_waits_for_the_lot() -> None:
    told = {"1": 20, "2": 20, "blank": 1}
    found = count(ONE_PLACE, told, [])
    assert found.next_tie == Tie(Stage.PERSONS, None, Fraction(20), ("Bo", "Eva"))
    assert found.elected == ()
    assert count(ONE_PLACE, told, [], ["Eva"]).elected == ("Eva",)
    with pytest.raises(ValueError, match="Ada"):
        count(ONE_PLACE, told, [], ["Ada"])


def test_equal_quotients_wait_for_the_lot_in_that_round() -> None:
    told = {"1": 10, "2": 5}
    found = count(LISTS, told, [])
    assert found.elected == ("a1",)
    assert found.next_tie == Tie(Stage.PLACES, 2, Fraction(5), ("1", "2"))
    assert count(LISTS, told, [], ["2"]).elected == ("a1", "b1", "a2")


def test_substitutes_of_equal_groups_are_put_in_order_by_lot() -> None:
    sheet = Sheet(2, True, LISTS.choices)
    told = {"1": 5, "2": 5}
    found = count(sheet, told, [], ["1"], substitutes=True)
    assert found.next_tie == Tie(Stage.SERVICE, None, Fraction(5), ("1", "2"))
    found = count(sheet, told, [], ["1", "2"], substitutes=True)
    assert [(each.designation, each.order) for each in found.service] == [
        ("Lista A", ("a1", "b1")),
        ("Lista B", ("b1", "a1")),
        (None, ("b1", "a1")),
    ]


def test_nobody_is_elected_by_blank_slips() -> None:
    assert count(ONE_PLACE, {"blank": 9}, []).elected == ()


@given(st.lists(LIST, min_size=1, max_size=4, unique=True), VOTES, st.integers(1, 5), st.booleans())
def test_the_seats_are_those_of_the_counting_tool(
    lists: list[tuple[str, tuple[str, ...]]], votes: list[int], places: int, substitutes: bool
) -> None:
    choices = tuple(Choice(n, *each) for n, each in enumerate(lists, start=1))
    sheet = Sheet(places, True, choices)
    told = {str(n): cast for n, cast in enumerate(votes[: len(lists)], start=1)}
    found, drawn = _drawn(sheet, told, substitutes)
    given_ = {
        "voters_present": 100,
        "places": places,
        "kind": "substitutes" if substitutes else "members",
        "ballots": [
            {"designation": head, "names": list(names), "count": cast}
            for (head, names), cast in zip(lists, votes, strict=False)
            if cast
        ],
        "lots": {"drawn": [int(each) for each in drawn]},
    }
    tool = proportional.count(read(proportional.Proportional, given_))
    assert tool["elected"] == list(found.elected)
    assert tool["unfilled"] == found.unfilled
    assert [(row["group"], row["quotient"]) for row in tool["places"]] == [
        (row.group, str(row.quotient)) for row in found.rows
    ]


@given(VOTES, st.integers(0, 5))
def test_one_person_is_elected_as_the_counting_tool_says(votes: list[int], blank: int) -> None:
    choices = tuple(Choice(n, "", (f"p{n}",)) for n, _ in enumerate(votes, start=1))
    sheet = Sheet(1, False, choices)
    told = {str(n): cast for n, cast in enumerate(votes, start=1)} | {"blank": blank}
    found, drawn = _drawn(sheet, told, False)
    given_: dict[str, Any] = {
        "voters_present": 100,
        "places": 1,
        "blank": blank,
        "ballots": [
            {"names": [f"p{n}"], "count": cast} for n, cast in enumerate(votes, start=1) if cast
        ],
        "lots": {"drawn": list(drawn)},
    }
    tool = majority.count(read(majority.Majority, given_))
    assert [each["person"] for each in tool["elected"]] == list(found.elected)


def _drawn(sheet: Sheet, told: dict[str, int], substitutes: bool) -> tuple[Result, Sequence[str]]:
    """Counted to the end; the last of those who stand equal wins every lot."""
    drawn: list[str] = []
    while (found := count(sheet, told, [], drawn, substitutes=substitutes)).next_tie:
        drawn.append(found.next_tie.tied[-1])
    return found, drawn
