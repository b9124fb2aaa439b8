"""KL 5:5, 5:7: the number of seats."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.size import (
    Body,
    CouncilSize,
    SizeFault,
    Surplus,
    applies_from,
    changed_size_in_time,
    council_size,
    is_election_year,
    most_substitutes,
    next_elections,
    too_many_substitutes,
)

bodies = st.sampled_from(Body)
electors = st.integers(0, 2_000_000)


@pytest.mark.parametrize(
    ("body", "step", "below", "above"),
    [
        (Body.MUNICIPALITY, 8_000, 21, 31),
        (Body.MUNICIPALITY, 16_000, 31, 41),
        (Body.MUNICIPALITY, 24_000, 41, 51),
        (Body.MUNICIPALITY, 36_000, 51, 61),
        (Body.MUNICIPALITY, 600_000, 61, 101),
        (Body.REGION, 140_000, 31, 51),
        (Body.REGION, 200_000, 51, 71),
        (Body.REGION, 300_000, 71, 101),
    ],
)
def test_the_minimum_rises_by_one_elector_too_many(
    body: Body, step: int, below: int, above: int
) -> None:
    assert council_size(body, step) == CouncilSize(below)
    assert council_size(body, step + 1) == CouncilSize(above)


@given(bodies, electors, electors)
def test_more_electors_never_need_fewer_seats(body: Body, some: int, more: int) -> None:
    low, high = sorted([some, more])
    assert council_size(body, low).minimum <= council_size(body, high).minimum


@given(bodies, electors, st.integers(1, 500))
def test_a_lawful_number_is_odd_and_at_least_the_minimum(
    body: Body, count: int, seats: int
) -> None:
    found = council_size(body, count, seats)
    assert (SizeFault.EVEN in found.faults) == (seats % 2 == 0)
    assert (SizeFault.BELOW_MINIMUM in found.faults) == (seats < found.minimum)
    assert not council_size(body, count, found.minimum).faults


def test_sixty_seats_are_refused_and_a_hundred_and_forty_nine_are_not_too_many() -> None:
    assert council_size(Body.MUNICIPALITY, 30_000, 60) == CouncilSize(51, (SizeFault.EVEN,))
    assert council_size(Body.REGION, 1_400_000, 149) == CouncilSize(101)


@pytest.mark.parametrize(("count", "seats"), [(-1, None), (8_000, 0)])
def test_figures_below_nought_are_refused(count: int, seats: int | None) -> None:
    with pytest.raises(ValueError, match="kan inte vara negativt"):
        council_size(Body.MUNICIPALITY, count, seats)


def test_a_new_number_is_decided_before_the_end_of_february_of_the_election_year() -> None:
    election = date(2030, 9, 8)
    days = [date(2029, 11, 1), date(2030, 2, 28), date(2030, 3, 1)]
    assert [changed_size_in_time(day, election) for day in days] == [True, True, False]


def test_half_of_the_seats_rounded_up_is_where_the_warning_begins() -> None:
    """KL 5:8, U3."""
    assert [most_substitutes(seats) for seats in (1, 2, 3, 20, 21)] == [1, 1, 2, 10, 11]


def test_a_party_is_warned_of_above_half_of_its_own_seats_and_not_of_the_council_s() -> None:
    """KL 5:8, U3: one seat may have one substitute, no seat none."""
    seats, substitutes = {"S": 5, "M": 3, "V": 1}, {"V": 1, "MP": 1, "S": 3, "M": 3}
    assert too_many_substitutes(seats, substitutes) == (
        Surplus("M", 3, 3, 2),
        Surplus("MP", 0, 1, 0),
    )


def test_general_elections_come_every_fourth_year() -> None:
    assert [year for year in range(2024, 2036) if is_election_year(year)] == [2026, 2030, 2034]
    assert next_elections(date(2026, 11, 30)) == (2030, 2034)
    assert next_elections(date(2030, 10, 14)) == (2030, 2034)
    assert next_elections(date(2030, 10, 15)) == (2034, 2038)


@pytest.mark.parametrize(
    ("decided", "election", "begins"),
    [
        (date(2030, 2, 28), 2030, date(2030, 10, 15)),
        (date(2030, 3, 1), 2030, None),
        (date(2030, 3, 1), 2034, date(2034, 10, 15)),
        (date(2027, 5, 4), 2030, date(2030, 10, 15)),
    ],
)
def test_another_number_of_seats_waits_for_the_term_after_the_election(
    decided: date, election: int, begins: date | None
) -> None:
    assert applies_from(decided, election) == begins
