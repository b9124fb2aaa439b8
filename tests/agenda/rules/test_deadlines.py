"""KL 5:13–15, 5:35, 5:59, 5:64: the latest days."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.deadlines import (
    Latest,
    NoticeStatus,
    SummonsCheck,
    decide_or_report_by,
    hand_in_by,
    is_in_time,
    latest_days,
    notice_status,
    summons_check,
)
from core.calendar import is_working_day
from councils.rules.procedure import LeadTime, Procedure

meetings = st.dates(date(2026, 1, 1), date(2060, 12, 31))
MEETING = date(2026, 12, 14)


def test_notice_and_summons_are_a_week_before_and_urgent_ones_a_working_day() -> None:
    assert latest_days(MEETING) == Latest(date(2026, 12, 7), date(2026, 12, 11))
    assert latest_days(date(2027, 1, 7)) == Latest(date(2026, 12, 31), date(2027, 1, 5))


@given(meetings)
def test_the_urgent_day_is_the_nearest_working_day_before(meeting: date) -> None:
    urgent = latest_days(meeting).urgent
    assert is_working_day(urgent)
    between = [urgent + timedelta(days=n) for n in range(1, (meeting - urgent).days)]
    assert not any(is_working_day(day) for day in between)


@given(meetings, st.integers(-3, 21), st.booleans())
def test_what_is_not_urgent_needs_the_whole_week(meeting: date, days: int, is_urgent: bool) -> None:
    posted, latest = meeting - timedelta(days=days), latest_days(meeting)
    last = max(latest.ordinary, latest.urgent) if is_urgent else latest.ordinary
    assert is_in_time(meeting, posted, is_urgent=is_urgent) == (posted <= last)


@given(meetings, st.integers(-3, 21))
def test_a_notice_is_ordinary_for_urgent_items_only_or_too_late(meeting: date, days: int) -> None:
    posted = meeting - timedelta(days=days)
    latest = latest_days(meeting)
    status = notice_status(meeting, posted)
    assert (status is NoticeStatus.ORDINARY) == (days >= 7)
    assert (status is NoticeStatus.TOO_LATE) == (
        posted > latest.ordinary and posted > latest.urgent
    )


def test_a_notice_on_the_last_day_is_in_time_and_the_day_after_is_not() -> None:
    days = [date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 11), date(2026, 12, 12)]
    assert [notice_status(MEETING, day) for day in days] == [
        NoticeStatus.ORDINARY,
        NoticeStatus.URGENT_ONLY,
        NoticeStatus.URGENT_ONLY,
        NoticeStatus.TOO_LATE,
    ]


def test_an_unposted_notice_has_no_status() -> None:
    assert notice_status(MEETING, None) is None


def test_every_substitute_too_is_summoned_in_time() -> None:
    latest = Latest(date(2026, 12, 7), date(2026, 12, 11))
    in_time, late = date(2026, 12, 7), date(2026, 12, 8)
    all_sent = summons_check(MEETING, [("S1", in_time), ("Se1", in_time)])
    some_late = summons_check(MEETING, [("S1", in_time), ("Se1", late), ("M1", None)])
    assert all_sent == SummonsCheck(latest, True, ())
    assert some_late == SummonsCheck(latest, False, ("Se1", "M1"))
    assert summons_check(MEETING, []) == SummonsCheck(latest, None, ())


def test_a_motion_is_decided_or_reported_within_a_year() -> None:
    raised = [date(2026, 12, 14), date(2028, 2, 29)]
    assert [decide_or_report_by(day) for day in raised] == [date(2027, 12, 14), date(2029, 2, 28)]


def test_interpellations_and_questions_are_handed_in_by_working_days() -> None:
    rules = Procedure()
    interpellation = hand_in_by(MEETING, rules.interpellation_deadline)
    assert interpellation == (date(2026, 12, 2), time(9))
    assert hand_in_by(MEETING, rules.question_deadline) == (date(2026, 12, 9), None)
    assert hand_in_by(MEETING, LeadTime(0)) == (MEETING, None)
