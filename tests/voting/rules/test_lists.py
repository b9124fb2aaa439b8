"""LPV 8–10, 14–15: ballots into groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.rules.lists import Ballots, Group, Ignored, IgnoredName, Sorting, sort_ballots

names = st.lists(st.sampled_from("abcdef"), max_size=6).map(tuple)
ballots = st.lists(st.builds(Ballots, st.sampled_from(["", "A", "B"]), names, st.integers(1, 9)))


def test_the_same_designation_and_names_in_the_same_order_are_one_group() -> None:
    told = [
        Ballots("A", ("x", "y"), 20),
        Ballots("B", ("x", "y"), 5),
        Ballots("A", ("y", "x"), 1),
        Ballots("A", ("x", "y"), 8),
    ]
    assert sort_ballots(told, 2) == Sorting(
        (
            Group(1, "A", 28, ("x", "y")),
            Group(2, "B", 5, ("x", "y")),
            Group(3, "A", 1, ("y", "x")),
        ),
        (),
        0,
    )


def test_a_ballot_without_designation_is_invalid() -> None:
    assert sort_ballots([Ballots("", ("x",), 3)], 1) == Sorting((), (), 3)


def test_names_that_do_not_count_are_left_out_each_for_its_reason() -> None:
    ruled = (("x", Ignored.STRUCK), ("y", Ignored.UNCLEAR_PERSON))
    told = [Ballots("A", ("x", "y", "z", "z", "q", "w", "v"), 4, ruled)]
    assert sort_ballots(told, 2, frozenset("xyzwv")) == Sorting(
        (Group(1, "A", 4, ("z", "w")),),
        (
            IgnoredName(1, "x", Ignored.STRUCK, 4),
            IgnoredName(1, "y", Ignored.UNCLEAR_PERSON, 4),
            IgnoredName(1, "z", Ignored.REPEATED, 4),
            IgnoredName(1, "q", Ignored.NOT_ELIGIBLE, 4),
            IgnoredName(1, "v", Ignored.SURPLUS, 4),
        ),
        0,
    )


def test_a_name_is_left_out_for_the_first_reason_there_is() -> None:
    ruled = (("q", Ignored.STRUCK),)
    told = [Ballots("A", ("q", "x", "w"), 1, ruled)]
    assert sort_ballots(told, 1, frozenset("x")).ignored == (
        IgnoredName(1, "q", Ignored.STRUCK, 1),
        IgnoredName(1, "w", Ignored.NOT_ELIGIBLE, 1),
    )


def test_a_ruling_on_somebody_who_is_not_on_the_ballot_is_refused() -> None:
    with pytest.raises(ValueError, match="w står inte på valsedeln"):
        Ballots("A", ("x",), 1, (("w", Ignored.STRUCK),))


def test_no_ballots_are_no_ballots() -> None:
    with pytest.raises(ValueError, match="minst ett"):
        Ballots("A", ("x",), 0)


@given(ballots, st.integers(1, 6))
def test_every_ballot_is_in_one_group_or_invalid(told: list[Ballots], places: int) -> None:
    sorting = sort_ballots(told, places)
    assert sorting.valid + sorting.without_designation == sum(each.count for each in told)
    assert [group.number for group in sorting.groups] == list(range(1, len(sorting.groups) + 1))


@given(ballots, st.integers(1, 6))
def test_a_list_is_no_longer_than_the_places_and_names_nobody_twice(
    told: list[Ballots], places: int
) -> None:
    for group in sort_ballots(told, places).groups:
        assert len(group.names) == len(set(group.names)) <= places
