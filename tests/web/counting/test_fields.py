"""What is wrong with a case is told by its field, in plain words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.counting.fields import BadCaseError, read, tidy
from web.counting.majority import Majority
from web.counting.rules.agendas import NoticeDeadline
from web.counting.rules.councils import InCouncil

GOOD: dict[str, Any] = {
    "voters_present": 61,
    "places": 1,
    "ballots": [{"names": ["X"], "count": 3}],
}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"voters_present": 0}, "voters_present: ska vara minst 1"),
        ({"voters_present": "61"}, "voters_present: ska vara int, inte str"),
        ({"voters_present": True}, "voters_present: ska vara int, inte bool"),
        ({"places": 1.0}, "places: ska vara int, inte float"),
        ({"extra": 1}, "extra är inget som ska vara med"),
        ({"ballots": [{"names": ["X"]}]}, "ballots[0]: count saknas"),
        ({"ballots": [{"names": [" "], "count": 1}]}, "ballots[0].names[0]: får inte vara tom"),
        ({"ballots": [{"names": [7], "count": 1}]}, "ballots[0].names[0]: ska vara en text"),
        ({"ballot_rule": "some"}, "ballot_rule: 'some' är inget känt ord"),
        ({"lots": {"seed": ""}}, "lots.seed: får inte vara tom"),
        ({"blank": None}, "blank: ska vara int, inte null"),
    ],
)
def test_the_field_is_named(changed: dict[str, Any], words: str) -> None:
    with pytest.raises(BadCaseError) as told:
        read(Majority, GOOD | changed)
    assert str(told.value) == words


def test_a_key_that_is_missing_is_named() -> None:
    with pytest.raises(BadCaseError, match=r"^places saknas$"):
        read(Majority, {"voters_present": 61, "ballots": []})


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(BadCaseError, match="ska vara object, inte array"):
        read(Majority, [])


@pytest.mark.parametrize("day", ["2026-02-30", "2026-2-3", "20260203", "i dag", ""])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(BadCaseError, match=r"^meeting: är inget datum \(ÅÅÅÅ-MM-DD\)$"):
        read(NoticeDeadline, {"meeting": day})


def test_a_substitute_is_called_to_the_council_or_to_a_committee() -> None:
    with pytest.raises(BadCaseError, match="kind"):
        read(InCouncil, {"kind": "board", "absent": "P", "members": []})


def test_names_are_compared_composed_and_without_idle_space() -> None:
    ballots = [{"names": ["  A\u030asa \t Ek "], "count": 1}]
    assert read(Majority, GOOD | {"ballots": ballots}).ballots[0].names == ["Åsa Ek"]


@given(st.text())
def test_what_has_been_tidied_is_tidy(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
