"""LPV 4, SB-3: who counts, and how many open the urn together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.rules import tellers
from voting.rules.tellers import Light


@given(st.lists(st.integers(1, 6), max_size=8))
def test_two_to_five_different_members_count(people: list[int]) -> None:
    fits = 2 <= len(people) <= 5 and len(set(people)) == len(people)
    assert (tellers.why_not_tellers(people) is None) == fits


@given(st.lists(st.sampled_from(["S", "M", "V", None]), max_size=6))
def test_a_key_is_shared_by_three_or_five_from_two_groups(parties: list[str | None]) -> None:
    """Two who belong to no party are no group."""
    groups = len({party for party in parties if party}) + sum(party is None for party in parties)
    assert (tellers.why_no_key(parties) is None) == (len(parties) in (3, 5) and groups >= 2)


@pytest.mark.parametrize(("seats", "tellers_"), [(21, 3), (99, 3), (100, 3), (101, 5), (149, 5)])
def test_a_large_council_shares_it_between_five(seats: int, tellers_: int) -> None:
    assert tellers.sharing(seats) == tellers_
    assert tellers.THRESHOLDS[tellers_] > tellers_ / 2


def test_the_light_tells_whether_enough_answer() -> None:
    lights = {3: [Light.RED, Light.RED, Light.YELLOW, Light.GREEN]}
    lights[5] = [Light.RED] * 3 + [Light.YELLOW] * 2 + [Light.GREEN]
    for count, wanted in lights.items():
        threshold = tellers.THRESHOLDS[count]
        assert [tellers.light(n, count, threshold) for n in range(count + 1)] == wanted
