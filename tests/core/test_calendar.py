"""HOL-1: public holidays and working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import (
    easter,
    eves,
    holidays,
    is_public_holiday,
    is_working_day,
    latest_working_day_before,
    midsummer_day,
    same_date_in_months,
    same_date_next_year,
    working_day_from,
    working_days_before,
)

years = st.integers(1990, 2199)
days = st.dates(date(1990, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "sunday",
    [
        date(1954, 4, 18),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2038, 4, 25),
        date(2049, 4, 18),
    ],
)
def test_easter_falls_where_the_almanac_has_it(sunday: date) -> None:
    assert easter(sunday.year) == sunday


def test_easter_is_the_first_sunday_after_the_full_moon_of_spring() -> None:
    """Told another way, from the moon of the church: lunar months, corrected by the century."""
    for year in range(1900, 2300):
        century, golden = year // 100 + 1, year % 19
        age = (14 + 11 * golden - 3 * century // 4 + (5 + 8 * century) // 25) % 30
        age += age == 0 or (age == 1 and golden > 10)
        full_moon = date(year, 4, 19) - timedelta(days=age)
        assert easter(year) == full_moon + timedelta(days=7 - (full_moon.weekday() + 1) % 7)


@given(years)
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


def test_the_holidays_of_2026_are_those_of_the_law() -> None:
    assert holidays(2026) == {
        date(2026, 1, 1): "nyårsdagen",
        date(2026, 1, 6): "trettondedag jul",
        date(2026, 4, 3): "långfredagen",
        date(2026, 4, 5): "påskdagen",
        date(2026, 4, 6): "annandag påsk",
        date(2026, 5, 1): "första maj",
        date(2026, 5, 14): "Kristi himmelsfärdsdag",
        date(2026, 5, 24): "pingstdagen",
        date(2026, 6, 6): "nationaldagen",
        date(2026, 6, 20): "midsommardagen",
        date(2026, 10, 31): "alla helgons dag",
        date(2026, 12, 25): "juldagen",
        date(2026, 12, 26): "annandag jul",
    }
    assert list(eves(2026)) == [date(2026, 6, 19), date(2026, 12, 24), date(2026, 12, 31)]


@given(years)
def test_the_holidays_are_told_in_the_order_of_the_year(year: int) -> None:
    """Ascension Day may come before the first of May, Whit Sunday after the sixth of June."""
    assert list(holidays(year)) == sorted(holidays(year))


@given(years)
def test_midsummer_and_all_saints_are_saturdays_in_their_weeks(year: int) -> None:
    saints = next(day for day, name in holidays(year).items() if name == "alla helgons dag")
    assert midsummer_day(year).weekday() == saints.weekday() == 5
    assert date(year, 6, 20) <= midsummer_day(year) <= date(year, 6, 26)
    assert date(year, 10, 31) <= saints <= date(year, 11, 6)


@given(days)
def test_sundays_are_holidays_and_saturdays_are_no_working_days(day: date) -> None:
    if day.weekday() == 6:
        assert is_public_holiday(day)
    if day.weekday() >= 5:
        assert not is_working_day(day)
    if is_public_holiday(day):
        assert not is_working_day(day)


@pytest.mark.parametrize("eve", [date(2026, 6, 19), date(2026, 12, 24), date(2026, 12, 31)])
def test_the_three_eves_are_no_working_days_but_no_holidays_either(eve: date) -> None:
    assert not is_working_day(eve)
    assert not is_public_holiday(eve)


def test_ordinary_days_that_many_take_off_are_working_days() -> None:
    for day in (date(2026, 1, 5), date(2026, 4, 2), date(2026, 4, 30), date(2026, 5, 15)):
        assert is_working_day(day)


@given(days)
def test_the_latest_working_day_is_before_the_day_and_the_next_is_not(day: date) -> None:
    before, following = latest_working_day_before(day), working_day_from(day)
    assert before < day <= following
    between = [before + timedelta(days=n) for n in range(1, (following - before).days)]
    assert not any(is_working_day(one) for one in between)
    assert is_working_day(before)
    assert is_working_day(following)


@given(days, st.integers(0, 12))
def test_counting_working_days_back_passes_just_so_many(day: date, count: int) -> None:
    start = working_days_before(day, count)
    passed = [start + timedelta(days=n) for n in range((day - start).days)]
    assert sum(is_working_day(one) for one in passed) == count


def test_no_fewer_than_no_working_days_are_counted() -> None:
    with pytest.raises(ValueError, match="kan inte vara negativt"):
        working_days_before(date(2026, 12, 14), -1)


def test_a_year_later_is_the_same_date_but_for_leap_day() -> None:
    assert same_date_next_year(date(2026, 12, 14)) == date(2027, 12, 14)
    assert same_date_next_year(date(2028, 2, 29)) == date(2029, 2, 28)


def test_months_later_and_earlier_are_the_same_date_number_or_the_last_of_the_month() -> None:
    assert same_date_in_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert same_date_in_months(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert same_date_in_months(date(2027, 1, 15), -6) == date(2026, 7, 15)
    assert same_date_in_months(date(2026, 12, 1), 0) == date(2026, 12, 1)
