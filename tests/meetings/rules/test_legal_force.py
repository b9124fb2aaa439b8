"""KL 5:69, 8:12, 13:5: minutes, notice board, appeal."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import is_working_day
from meetings.rules.legal_force import AppealDays, MinutesDays, appeal_days, minutes_deadline

dates = st.dates(date(2026, 1, 1), date(2060, 12, 31))
MEETING, POSTED = date(2026, 12, 14), date(2026, 12, 16)


def test_minutes_are_approved_in_fourteen_days_and_announced_in_two() -> None:
    found = minutes_deadline(MEETING, approved=date(2026, 12, 22), posted=date(2026, 12, 24))
    assert found == MinutesDays(date(2026, 12, 28), True, date(2026, 12, 24), True)
    assert minutes_deadline(MEETING) == MinutesDays(date(2026, 12, 28), None, None, None)


def test_the_fourteenth_day_is_in_time_and_the_fifteenth_is_not() -> None:
    days = [date(2026, 12, 28), date(2026, 12, 29)]
    found = [minutes_deadline(MEETING, approved=day).approved_on_time for day in days]
    assert found == [True, False]


@given(dates, st.integers(0, 40), st.integers(-5, 10))
def test_the_councils_own_days_are_plain_days(meeting: date, approving: int, posting: int) -> None:
    approved = meeting + timedelta(days=approving)
    found = minutes_deadline(meeting, approved=approved, posted=approved + timedelta(days=posting))
    assert found.approved_on_time == (approving <= 14)
    assert found.posted_on_time == (0 <= posting <= 2)


def test_minutes_are_not_approved_before_the_meeting_nor_posted_before_approval() -> None:
    with pytest.raises(ValueError, match="före sammanträdet"):
        minutes_deadline(MEETING, approved=date(2026, 12, 13))
    with pytest.raises(ValueError, match="när det är justerat"):
        minutes_deadline(MEETING, posted=date(2026, 12, 24))


def test_the_last_day_is_moved_over_epiphany() -> None:
    found = appeal_days(POSTED)
    assert found == AppealDays(date(2027, 1, 6), date(2027, 1, 7), True)
    assert found.legal_force == found.removable_from == date(2027, 1, 8)


@given(dates)
def test_the_last_day_is_the_first_working_day_from_three_weeks_on(posted: date) -> None:
    found = appeal_days(posted)
    assert found.nominal == posted + timedelta(weeks=3)
    assert is_working_day(found.last_day)
    between = (found.last_day - found.nominal).days
    skipped = [found.nominal + timedelta(days=n) for n in range(between)]
    assert not any(is_working_day(day) for day in skipped)


@given(dates, st.integers(0, 60), st.integers(0, 60))
def test_a_notice_that_was_not_up_all_the_time_lets_no_time_run_out(
    posted: date, after: int, length: int
) -> None:
    whole = appeal_days(posted)
    away = posted + timedelta(days=after)
    back = away + timedelta(days=length)
    up_all_the_time = away > whole.last_day
    for found in (appeal_days(posted, removed=away), appeal_days(posted, gaps=[(away, back)])):
        assert found.ran_out == up_all_the_time
        assert found.last_day == whole.last_day
        assert (found.legal_force is not None) == up_all_the_time


def test_a_gap_on_the_first_or_the_last_day_counts() -> None:
    first, last = POSTED, date(2027, 1, 7)
    before, after = date(2026, 12, 15), date(2027, 1, 8)
    gaps = [(before, first), (last, after), (before, before), (after, after)]
    ran_out = [appeal_days(POSTED, gaps=[gap]).ran_out for gap in gaps]
    assert ran_out == [False, False, True, True]
    taken_down = [appeal_days(POSTED, removed=day).ran_out for day in (last, after)]
    assert taken_down == [False, True]


def test_a_gap_before_the_posting_does_not_count() -> None:
    assert appeal_days(POSTED, gaps=[(date(2026, 12, 1), date(2026, 12, 15))]).ran_out


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="innan det har satts upp"):
        appeal_days(POSTED, removed=date(2026, 12, 15))
    with pytest.raises(ValueError, match="slutar innan det börjar"):
        appeal_days(POSTED, gaps=[(date(2026, 12, 30), date(2026, 12, 29))])
