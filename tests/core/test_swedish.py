"""Dates, times, numbers, lists and names in Swedish."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import swedish

moments = st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)
NB = "\N{NO-BREAK SPACE}"


def test_dates_and_times_are_written_as_swedes_write_them() -> None:
    day, at = date(2026, 11, 23), time(19, 42, 7)
    assert swedish.long_date(day) == "23 november 2026"
    assert swedish.weekday_date(day) == "måndag 23 november 2026"
    assert swedish.clock(at) == "19.42"
    assert swedish.at_clock(at) == f"klockan{NB}19.42"
    assert swedish.receipt(at) == "19.42.07"


def test_every_month_and_weekday_has_its_name() -> None:
    first = [swedish.long_date(date(2026, month, 1)).split()[1] for month in range(1, 13)]
    assert first == [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ]
    week = [swedish.weekday(date(2026, 11, 23 + n)) for n in range(7)]
    assert week == ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]


def test_stored_times_are_shown_by_the_clock_on_the_wall() -> None:
    winter, summer = "2026-12-14T17:00:00.000+00:00", "2026-06-15T16:00:00.000+00:00"
    assert swedish.receipt(swedish.local(winter)) == "18.00.00"
    assert swedish.receipt(swedish.local(summer)) == "18.00.00"


def test_a_meeting_past_midnight_is_on_the_next_calendar_day() -> None:
    assert swedish.local_day("2026-12-14T22:59:59.000+00:00") == date(2026, 12, 14)
    assert swedish.local_day("2026-12-14T23:00:00.000+00:00") == date(2026, 12, 15)


def test_in_the_spring_night_an_hour_is_missing() -> None:
    night = date(2027, 3, 28)
    before, after = "2027-03-28T00:59:59.000+00:00", "2027-03-28T01:00:00.000+00:00"
    assert swedish.receipt(swedish.local(before)) == "01.59.59"
    assert swedish.receipt(swedish.local(after)) == "03.00.00"
    assert swedish.to_utc(night, time(3)) == after
    with pytest.raises(ValueError, match=r"Klockan 02\.30 finns inte den 28 mars 2027"):
        swedish.to_utc(night, time(2, 30))


def test_in_the_autumn_night_an_hour_comes_twice() -> None:
    night, half_past = date(2026, 10, 25), time(2, 30)
    first, second = "2026-10-25T00:30:00.000+00:00", "2026-10-25T01:30:00.000+00:00"
    assert [swedish.clock(swedish.local(one)) for one in (first, second)] == ["02.30", "02.30"]
    assert swedish.to_utc(night, half_past) == first
    assert swedish.to_utc(night, half_past, second_time=True) == second
    assert [swedish.clock_note(one) for one in (first, second)] == ["sommartid", "normaltid"]


def test_the_hours_beside_the_double_one_need_no_note() -> None:
    beside = [
        "2026-10-24T23:59:59.000+00:00",
        "2026-10-25T02:00:00.000+00:00",
        "2027-03-28T00:59:59.000+00:00",
        "2027-03-28T01:00:00.000+00:00",
    ]
    assert [swedish.clock_note(one) for one in beside] == ["", "", "", ""]


@given(moments)
def test_a_moment_comes_back_from_the_wall_as_it_was_stored(moment: datetime) -> None:
    stored = moment.isoformat(timespec="milliseconds")
    wall = swedish.local(stored)
    again = swedish.to_utc(wall.date(), wall.time(), second_time=bool(wall.fold))
    assert again == stored


def test_a_stored_time_says_its_zone() -> None:
    with pytest.raises(ValueError, match="saknar tidszon"):
        swedish.local("2026-12-14T17:00:00")


def test_durations_count_minutes_and_from_an_hour_on_hours() -> None:
    assert [swedish.duration(seconds) for seconds in (0, 7, 115, 3599, 4360)] == [
        "0:00",
        "0:07",
        "1:55",
        "59:59",
        "1:12:40",
    ]
    assert swedish.duration(-12) == "−0:12"
    assert swedish.overtime(12) == "+0:12"


@given(st.integers(0, 500_000))
def test_a_duration_can_be_read_back(seconds: int) -> None:
    parts = [int(part) for part in swedish.duration(seconds).split(":")]
    hours, minutes, rest = parts if len(parts) == 3 else (0, *parts)
    assert timedelta(hours=hours, minutes=minutes, seconds=rest).total_seconds() == seconds


def test_a_list_has_och_before_the_last_and_no_comma_there() -> None:
    names = ["a", "b", "c"]
    assert [swedish.listed(names[:n]) for n in range(4)] == ["", "a", "a och b", "a, b och c"]
    assert swedish.listed(names, "eller") == "a, b eller c"


def test_thousands_stand_apart_and_stay_on_one_line() -> None:
    assert [swedish.number(value) for value in (0, 149, 1500, 12500, 1234567, -1500)] == [
        "0",
        "149",
        f"1{NB}500",
        f"12{NB}500",
        f"1{NB}234{NB}567",
        f"−1{NB}500",
    ]


def test_decimals_have_a_comma_and_are_rounded_half_up() -> None:
    assert swedish.decimal_number(1.02) == "1,02"
    assert swedish.decimal_number(Decimal("1.005")) == "1,01"
    assert swedish.decimal_number(-12500.25, 1) == f"−12{NB}500,3"
    assert swedish.decimal_number(2.5, 0) == "3"
    assert swedish.decimal_number(-0.001) == "0,00"


def test_shares_are_whole_per_cent_and_a_dash_of_nothing() -> None:
    assert [swedish.percent(part, 61) for part in (60, 61, 0)] == [
        f"98{NB}%",
        f"100{NB}%",
        f"0{NB}%",
    ]
    assert swedish.percent(1, 200) == f"1{NB}%"
    assert swedish.percent(0, 0) == "–"


def test_a_paragraph_is_never_parted_from_its_number() -> None:
    assert swedish.paragraph(112) == f"§{NB}112"
    assert swedish.citation(5, 20) == f"5{NB}kap.{NB}20{NB}§"


def test_names_are_sorted_with_swedish_letters_last() -> None:
    names = ["Öberg", "Ärlig", "Åberg", "Zorn", "Wiberg", "Vide", "Édith", "Ek", "ek", "Müller"]
    assert sorted([*names, "Myr", "Ærø", "Øst"], key=swedish.sort_key) == [
        "Édith",
        "Ek",
        "ek",
        "Müller",
        "Myr",
        "Vide",
        "Wiberg",
        "Zorn",
        "Åberg",
        "Ärlig",
        "Ærø",
        "Öberg",
        "Øst",
    ]


def test_a_name_is_sorted_alike_however_its_letters_are_put_together() -> None:
    composed, decomposed = "Åsa Öberg", "A\u030asa O\u0308berg"
    assert swedish.sort_key(composed) == swedish.sort_key(decomposed)
    assert swedish.sort_key("Straße") > swedish.sort_key("Strand")
