"""KL 5:10, 5:37, 5:58: two thirds of those present."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.special import SpecialMatter
from voting.rules.majority import Choice, Required, Tally, outcome
from voting.rules.special import (
    COUNTED,
    Special,
    SpecialOutcome,
    Tabling,
    earliest_decision,
    extra_election_after,
    must_be_tabled,
    required,
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


@pytest.mark.parametrize(
    ("matter", "below", "enough"),
    [
        (
            SpecialMatter.EXTRA_ELECTION,
            SpecialOutcome.NO_EXTRA_ELECTION,
            SpecialOutcome.EXTRA_ELECTION,
        ),
        (
            SpecialMatter.POPULAR_INITIATIVE,
            SpecialOutcome.REFERENDUM_HELD,
            SpecialOutcome.REFERENDUM_REFUSED,
        ),
        (
            SpecialMatter.NONPARTISAN_COMMITTEE,
            SpecialOutcome.LPV_APPLIES,
            SpecialOutcome.LPV_DOES_NOT_APPLY,
        ),
    ],
)
def test_thirty_eight_of_fifty_seven_are_two_thirds_and_thirty_seven_are_not(
    matter: SpecialMatter, below: SpecialOutcome, enough: SpecialOutcome
) -> None:
    found = [special_majority(matter, present=57, votes=votes) for votes in (37, 38)]
    assert found == [Special(38, False, below), Special(38, True, enough)]


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


@given(st.dates(date(2022, 10, 15), date(2090, 1, 1)), st.booleans(), st.integers(-400, 400))
def test_an_extra_election_is_decided_once_tabled_and_six_months_after(
    first: date, tabled_before: bool, days: int
) -> None:
    """KL 5:10, 5:50: the day after the six months is the first lawful one."""
    on = earliest_decision(first) + timedelta(days)
    found = must_be_tabled(tabled_before=tabled_before, first_meeting=first, on=on)
    if not tabled_before:
        assert found is Tabling.FIRST_TIME
    else:
        assert found == (Tabling.TOO_EARLY if days < 0 else None)


def test_the_day_after_the_six_months_is_the_first() -> None:
    """U22."""
    assert earliest_decision(date(2026, 10, 19)) == date(2027, 4, 20)
    assert earliest_decision(date(2026, 8, 31)) == date(2027, 3, 1)
    first, days = date(2026, 10, 19), (date(2027, 4, 19), date(2027, 4, 20))
    found = [must_be_tabled(tabled_before=True, first_meeting=first, on=day) for day in days]
    assert found == [Tabling.TOO_EARLY, None]


@given(presences(), st.sampled_from(SpecialMatter))
def test_the_division_gives_what_the_matter_asks_for(
    presence: tuple[int, int], matter: SpecialMatter
) -> None:
    """Two ways to the same answer: the vote as it is held, and the rule of each matter."""
    present, votes = presence
    majority = required(matter)
    sides = {majority.side: votes, **{each: 0 for each in Choice if each is not majority.side}}
    tally = Tally(sides[Choice.YES], sides[Choice.NO])
    found = outcome(tally, required=majority, present=present)
    rule = special_majority(matter, present=present, votes=votes)
    assert (found.result is majority.side, found.needed) == (rule.reached, rule.needed)


def test_only_against_a_referendum_do_two_thirds_have_to_say_no() -> None:
    assert {matter: required(matter) for matter in SpecialMatter} == {
        SpecialMatter.EXTRA_ELECTION: Required.TWO_THIRDS,
        SpecialMatter.POPULAR_INITIATIVE: Required.TWO_THIRDS_AGAINST,
        SpecialMatter.NONPARTISAN_COMMITTEE: Required.TWO_THIRDS,
    }
    assert {required(matter) for matter in SpecialMatter} == COUNTED


@pytest.mark.parametrize("month", range(1, 13))
def test_six_months_from_any_month_of_the_year(month: int) -> None:
    later = (month + 6, 2026) if month <= 6 else (month - 6, 2027)
    assert extra_election_after(date(2026, month, 15)) == date(later[1], later[0], 15)
