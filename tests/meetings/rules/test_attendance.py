"""KL 5:17–20: late arrival, leaving, coming back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.procedure import SubstituteSwap
from meetings.rules.attendance import (
    SeatRefusal,
    Stop,
    StopReason,
    drop_counts_as_stop,
    ends_the_day,
    may_serve,
    may_step_in,
)

MONDAY = date(2026, 12, 14)
TUESDAY = MONDAY + timedelta(days=1)
days = st.dates(date(2026, 1, 1), date(2026, 1, 5))
stops = st.lists(st.builds(Stop, days, st.sampled_from(StopReason)), max_size=6)


@given(days, stops)
def test_only_a_stop_for_jav_lets_one_serve_again_the_same_day(
    day: date, earlier: list[Stop]
) -> None:
    lost = any(stop.day == day and stop.reason is not StopReason.CONFLICT for stop in earlier)
    expected = SeatRefusal.OTHER_HINDRANCE_SAME_DAY if lost else None
    assert may_serve(day, earlier) is expected


def test_in_a_two_day_meeting_one_who_left_serves_again_the_next_day() -> None:
    left = [Stop(MONDAY, StopReason.LEFT)]
    assert may_serve(MONDAY, left) is SeatRefusal.OTHER_HINDRANCE_SAME_DAY
    assert may_serve(TUESDAY, left) is None


def test_a_member_deemed_absent_after_a_lost_line_has_lost_the_day() -> None:
    refusal = may_serve(MONDAY, [Stop(MONDAY, StopReason.LOST_LINE)])
    assert refusal is SeatRefusal.OTHER_HINDRANCE_SAME_DAY
    assert refusal.text == (
        "Den som har slutat tjänstgöra får inte tjänstgöra igen samma dag (5 kap. 20 §)."
    )


def test_a_late_member_takes_an_empty_seat_at_once() -> None:
    assert may_step_in(MONDAY, [], substitute_serves=False, item_open=True) is None


def test_a_late_member_waits_for_the_item_to_end_where_a_substitute_sits() -> None:
    during = may_step_in(MONDAY, [], substitute_serves=True, item_open=True)
    between = may_step_in(MONDAY, [], substitute_serves=True, item_open=False)
    assert during is SeatRefusal.ITEM_GOING_ON
    assert during.text == "Bytet görs när ärendet är avslutat."
    assert between is None


def test_a_council_may_let_members_swap_during_an_item() -> None:
    at_once = SubstituteSwap.AT_ONCE
    swapped = may_step_in(MONDAY, [], substitute_serves=True, item_open=True, swap=at_once)
    assert swapped is None


def test_the_recused_member_waits_and_one_who_left_does_not_come_back_at_all() -> None:
    aside = may_step_in(MONDAY, [], substitute_serves=False, item_open=True, recused=True)
    assert aside is SeatRefusal.RECUSED
    assert aside.text == "Den som är jävig tjänstgör igen när ärendet är avslutat."
    left = [Stop(MONDAY, StopReason.LEFT)]
    back = may_step_in(MONDAY, left, substitute_serves=False, item_open=True, recused=True)
    assert back is SeatRefusal.OTHER_HINDRANCE_SAME_DAY


@pytest.mark.parametrize(
    ("item_decided", "substitute_entered", "counts"),
    [(False, False, False), (True, False, True), (False, True, True), (True, True, True)],
)
def test_a_dropped_line_costs_nothing_while_nothing_is_decided(
    item_decided: bool, substitute_entered: bool, counts: bool
) -> None:
    found = drop_counts_as_stop(item_decided=item_decided, substitute_entered=substitute_entered)
    assert found == counts


def test_the_chair_is_told_before_a_member_loses_the_day() -> None:
    assert [ends_the_day(reason) for reason in StopReason] == [False, True, True]
