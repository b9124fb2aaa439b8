"""KL 5:10, 5:37, 5:58: two thirds of those present."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.rules.special import (
    Special,
    SpecialMatter,
    SpecialOutcome,
    extra_election_after,
    special_majority,
)


@st.composite
def presences(draw: st.DrawFn) -> tuple[int, int]:
    present = draw(st.integers(1, 149))
    return present, draw(st.integers(0, present))


@given(presences(), st.sampled_from(SpecialMatter))
def test_two_thirds_are_of_those_present_and_not_of_those_voting(
    presence: tuple[int, int], matter: SpecialMatter
) -> None:
    present, votes = presence
    found = special_majority(matter, present=present, votes=votes)
    assert found.reached == (3 * votes >= 2 * present)
    assert (votes >= found.needed) == found.reached


def test_forty_against_do_not_stop_a_referendum_but_forty_one_do() -> None:
    held = special_majority(SpecialMatter.POPULAR_INITIATIVE, present=61, votes=40)
    refused = special_majority(SpecialMatter.POPULAR_INITIATIVE, present=61, votes=41)
    assert held == Special(41, False, SpecialOutcome.REFERENDUM_HELD)
    assert refused == Special(41, True, SpecialOutcome.REFERENDUM_REFUSED)


@pytest.mark.parametrize(("present", "votes"), [(0, 0), (61, 62), (61, -1)])
def test_impossible_figures_are_refused(present: int, votes: int) -> None:
    with pytest.raises(ValueError, match="fler än de närvarande"):
        special_majority(SpecialMatter.EXTRA_ELECTION, present=present, votes=votes)


def test_six_months_end_on_the_same_date_number() -> None:
    """KL 5:10, U22."""
    days = [date(2026, 10, 19), date(2026, 8, 31), date(2027, 8, 31)]
    assert [extra_election_after(day) for day in days] == [
        date(2027, 4, 19),
        date(2027, 2, 28),
        date(2028, 2, 29),
    ]
