"""RULES section 5: how long one may speak."""

from hypothesis import given
from hypothesis import strategies as st

from councils.rules.procedure import Procedure
from meetings.rules.floor import FloorKind
from meetings.rules.speaking_time import (
    DebateRole,
    seconds_allowed,
    seconds_over,
    turn_seconds,
)

RULES = Procedure()


def test_the_first_speech_is_five_minutes_and_the_next_ones_three() -> None:
    allowed = [seconds_allowed(FloorKind.SPEECH, earlier, RULES) for earlier in range(3)]
    assert allowed == [300, 180, 180]


def test_a_rejoinder_is_two_minutes_and_a_point_of_order_has_no_clock() -> None:
    assert seconds_allowed(FloorKind.REJOINDER, 0, RULES) == 120
    assert seconds_allowed(FloorKind.POINT_OF_ORDER, 0, RULES) is None


def test_in_an_interpellation_the_two_open_turn_twice_and_close() -> None:
    times = RULES.interpellation_debate
    party = [turn_seconds(times, DebateRole.PARTY, turn) for turn in range(5)]
    assert party == [240, 120, 120, 120, 0]
    assert [turn_seconds(times, DebateRole.OTHER, turn) for turn in (0, 3)] == [120, 120]


def test_in_a_question_only_the_two_speak_and_there_is_no_closing_word() -> None:
    times = RULES.question_debate
    party = [turn_seconds(times, DebateRole.PARTY, turn) for turn in range(5)]
    assert party == [180, 120, 120, 0, 0]
    assert turn_seconds(times, DebateRole.OTHER, 0) == 0


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_overtime_is_what_is_beyond_the_limit(spoken: int, allowed: int) -> None:
    over = seconds_over(spoken, allowed)
    assert over == (spoken - allowed if spoken > allowed else 0)
    assert seconds_over(spoken, None) == 0
