from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.board import EVERY, Gap, Look, gaps

NOON = datetime(2026, 12, 16, 12, tzinfo=UTC)


def hours(*states: bool | None) -> list[Look]:
    """One look an hour from an hour after noon; None: nobody looked."""
    return [
        Look(NOON + number * EVERY, up)
        for number, up in enumerate(states, start=1)
        if up is not None
    ]


def at(hour: int) -> datetime:
    return NOON + hour * EVERY


def test_up_every_hour_there_is_no_gap() -> None:
    assert gaps(NOON, hours(True, True, True), at(3)) == ()


def test_missing_once_the_gap_is_between_the_looks_that_found_it() -> None:
    assert gaps(NOON, hours(True, False, False, True), at(4)) == (Gap(at(1), at(4), True),)


def test_hours_in_which_nobody_looked_are_a_gap() -> None:
    assert gaps(NOON, hours(True, None, None, True), at(4)) == (Gap(at(1), at(4), False),)


def test_a_gap_that_goes_on_has_no_end() -> None:
    assert gaps(NOON, hours(True, False), at(2)) == (Gap(at(1), None, True),)
    assert gaps(NOON, hours(True), at(5)) == (Gap(at(1), None, False),)


def test_what_was_looked_at_after_it_was_taken_down_does_not_count() -> None:
    assert gaps(NOON, hours(True, True, False), at(2)) == ()


def test_an_hour_and_a_quarter_between_two_looks_is_no_gap_and_a_minute_more_is() -> None:
    quarter, more = NOON + timedelta(minutes=75), NOON + timedelta(minutes=76)
    assert gaps(NOON, [Look(quarter, True)], quarter) == ()
    assert gaps(NOON, [Look(more, True)], more) == (Gap(NOON, more, False),)
    assert gaps(NOON, [], quarter) == ()
    assert gaps(NOON, [], more) == (Gap(NOON, None, False),)


def test_a_look_in_the_moment_of_posting_counts() -> None:
    assert gaps(NOON, [Look(NOON, False)], NOON) == (Gap(NOON, None, True),)


def test_looks_are_taken_in_the_order_of_time() -> None:
    one, two, three = hours(True, False, True)
    assert gaps(NOON, [three, two, one], at(3)) == (Gap(at(1), at(3), True),)


def test_nobody_ever_looked() -> None:
    assert gaps(NOON, [], at(1)) == ()
    assert gaps(NOON, [], at(2)) == (Gap(NOON, None, False),)


@given(st.lists(st.sampled_from([True, False, None])), st.integers(20, 100))
def test_gaps_come_one_after_the_other_and_hold_every_bad_hour(
    states: list[bool | None], more: int
) -> None:
    until = at(len(states)) + timedelta(minutes=more)
    found = gaps(NOON, hours(*states), until)
    ends = [gap.ends or until for gap in found]
    assert all(gap.begins < end for gap, end in zip(found, ends, strict=True))
    assert all(end <= gap.begins for gap, end in zip(found[1:], ends, strict=False))
    for number, was_up in enumerate(states, start=1):
        covered = any(gap.begins < at(number) <= end for gap, end in zip(found, ends, strict=True))
        assert covered or was_up
