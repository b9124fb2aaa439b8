"""KL 5:72: who may have a rejoinder, to which speech, and how many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.procedure import Procedure
from meetings.rules.floor import FloorKind, FloorRefusal, Request
from meetings.rules.rejoinders import Speech, answered_speech, may_rejoin

SPEECH, REJOINDER, POINT = FloorKind.SPEECH, FloorKind.REJOINDER, FloorKind.POINT_OF_ORDER
RULES = Procedure()
ANNA, BO, CARL = 1, 2, 3
BOS = Speech(1, BO, SPEECH)
ANNAS = Speech(2, ANNA, SPEECH)
CARLS = Speech(3, CARL, SPEECH)


def replies(number: int, person: int, to: Speech = ANNAS) -> Speech:
    return Speech(number, person, REJOINDER, answers=to.id)


def test_there_is_nothing_to_answer_before_the_first_speech() -> None:
    assert may_rejoin(BO, [], [], RULES) is FloorRefusal.NO_SPEECH


def test_one_who_has_spoken_or_was_addressed_may_answer() -> None:
    assert may_rejoin(BO, [BOS, ANNAS], [], RULES) is None
    assert may_rejoin(CARL, [BOS, ANNAS], [], RULES) is FloorRefusal.NOT_IN_DEBATE
    named = Speech(2, ANNA, SPEECH, addressed=frozenset({CARL}))
    assert may_rejoin(CARL, [BOS, named], [], RULES) is None


def test_one_addressed_in_a_rejoinder_may_answer_too() -> None:
    named = Speech(3, BO, REJOINDER, answers=ANNAS.id, addressed=frozenset({CARL}))
    assert may_rejoin(CARL, [BOS, ANNAS, named], [], RULES) is None


def test_a_point_of_order_is_no_part_in_the_debate() -> None:
    spoke_on_procedure = Speech(1, CARL, POINT)
    refusal = may_rejoin(CARL, [spoke_on_procedure, ANNAS], [], RULES)
    assert refusal is FloorRefusal.NOT_IN_DEBATE


def test_the_chair_may_let_in_one_who_has_no_part_but_not_lift_the_number() -> None:
    assert may_rejoin(CARL, [ANNAS], [], RULES, chair_allows=True) is None
    used = [ANNAS, replies(3, CARL), replies(4, CARL)]
    refusal = may_rejoin(CARL, used, [], RULES, chair_allows=True)
    assert refusal is FloorRefusal.NO_REJOINDERS_LEFT


def test_a_council_may_let_anyone_answer() -> None:
    assert may_rejoin(CARL, [ANNAS], [], Procedure(rejoinder_needs_part=False)) is None


def test_the_speaker_answers_only_when_somebody_else_has_answered() -> None:
    assert may_rejoin(ANNA, [BOS, ANNAS], [], RULES) is FloorRefusal.OWN_SPEECH
    assert may_rejoin(ANNA, [BOS, ANNAS, replies(3, BO)], [], RULES) is None
    assert may_rejoin(CARL, [CARLS, replies(4, BO, CARLS)], [], RULES) is None


@given(st.integers(0, 4), st.integers(0, 5))
def test_each_has_so_many_rejoinders_to_each_speech(most: int, used: int) -> None:
    procedure = Procedure(rejoinders_max=most)
    speeches = [BOS, ANNAS, *(replies(3 + n, BO) for n in range(used))]
    expected = None if used < most else FloorRefusal.NO_REJOINDERS_LEFT
    assert may_rejoin(BO, speeches, [], procedure) is expected
    fresh = Speech(99, CARL, SPEECH)
    next_speech = None if most else FloorRefusal.NO_REJOINDERS_LEFT
    assert may_rejoin(BO, [*speeches, fresh], [], procedure) is next_speech


def test_one_waits_for_one_rejoinder_at_a_time_to_a_speech() -> None:
    asked = [Request(1, BO, REJOINDER, 1, answers=ANNAS.id)]
    assert may_rejoin(BO, [BOS, ANNAS], asked, RULES) is FloorRefusal.ALREADY_LISTED
    older = [Request(1, BO, REJOINDER, 1, answers=BOS.id)]
    assert may_rejoin(BO, [BOS, ANNAS], older, RULES) is None


def test_what_others_wait_for_or_have_had_is_not_counted_as_ones_own() -> None:
    speeches = [CARLS, BOS, ANNAS, *(replies(4 + n, who) for n in range(2) for who in (ANNA, CARL))]
    asked = [
        Request(1, ANNA, REJOINDER, 1, answers=ANNAS.id),
        Request(2, CARL, REJOINDER, 2, answers=ANNAS.id),
        Request(3, BO, REJOINDER, 3, answers=99),
    ]
    assert may_rejoin(BO, speeches, asked, RULES) is None


def test_what_others_have_said_gives_one_no_part_in_the_debate() -> None:
    assert may_rejoin(BO, [CARLS, ANNAS], [], RULES) is FloorRefusal.NOT_IN_DEBATE


@pytest.mark.parametrize(("allowed", "expected"), [(True, None), (False, "LIST_CLOSED")])
def test_after_the_streck_rejoinders_follow_the_rules_of_procedure(
    allowed: bool, expected: str | None
) -> None:
    procedure = Procedure(rejoinders_after_list_closed=allowed)
    assert may_rejoin(BO, [BOS, ANNAS], [], procedure, list_closed=True) == expected
    assert may_rejoin(BO, [BOS, ANNAS], [], procedure) is None


def test_a_rejoinder_belongs_to_the_latest_speech_and_not_to_another_rejoinder() -> None:
    speeches = [BOS, ANNAS, replies(3, BO), Speech(4, CARL, POINT)]
    assert answered_speech(speeches) == ANNAS
