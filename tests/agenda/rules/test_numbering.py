"""The agenda's numbers and time plan."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.kinds import ItemKind
from agenda.rules.numbering import Slot, numbers, time_plan

kinds = st.lists(st.none() | st.sampled_from(ItemKind))
START = datetime(2026, 12, 14, 17, tzinfo=UTC)


def test_a_pause_has_no_number() -> None:
    agenda = [ItemKind.FORMALITY, ItemKind.DECISION, None, ItemKind.QUESTION]
    assert numbers(agenda) == [1, 2, None, 3]


def test_a_council_may_leave_formalities_without_a_number() -> None:
    agenda = [ItemKind.FORMALITY, ItemKind.DECISION, ItemKind.FORMALITY, ItemKind.ELECTION]
    assert numbers(agenda, unnumbered={ItemKind.FORMALITY}, first=7) == [None, 7, None, 8]


@given(kinds, st.sets(st.sampled_from(ItemKind)))
def test_numbers_follow_one_another_without_a_gap(
    agenda: list[ItemKind | None], unnumbered: set[ItemKind]
) -> None:
    given_numbers = numbers(agenda, unnumbered=unnumbered)
    numbered = [number for number in given_numbers if number is not None]
    assert numbered == list(range(1, len(numbered) + 1))
    without = [kind is None or kind in unnumbered for kind in agenda]
    assert [number is None for number in given_numbers] == without


@given(st.lists(st.none() | st.integers(0, 240)))
def test_each_item_begins_when_the_one_before_is_expected_to_end(lengths: list[int | None]) -> None:
    plan = time_plan(START, lengths)
    assert [slot.begins for slot in plan] == [START, *(slot.ends for slot in plan)][: len(plan)]
    assert [slot.ends - slot.begins for slot in plan] == [
        timedelta(minutes=length or 0) for length in lengths
    ]


def test_an_item_without_an_estimate_takes_no_time() -> None:
    half_past = START + timedelta(minutes=30)
    assert time_plan(START, [30, None]) == [Slot(START, half_past), Slot(half_past, half_past)]


def test_no_item_takes_less_than_no_time() -> None:
    with pytest.raises(ValueError, match="kan inte vara negativ"):
        time_plan(START, [-1])


def test_every_kind_has_its_swedish_word() -> None:
    assert [kind.label for kind in ItemKind] == [
        "beslutsärende",
        "val",
        "anställning",
        "motion",
        "medborgarförslag",
        "interpellation",
        "fråga",
        "information",
        "anmälan",
        "formalia",
    ]
