"""KL 5:16, 5:72: asking to take part at a distance."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from councils.rules.procedure import Procedure, RemoteDecider
from meetings.rules.distance import (
    Answer,
    RequestFault,
    Standing,
    answer_fault,
    decides,
    is_late,
    request_fault,
    standing,
)

RULES, FREE = Procedure(), Procedure(remote_needs_request=False)
MONDAY = date(2026, 12, 14)


def test_only_a_yes_lets_somebody_in_where_the_council_asks_for_a_request() -> None:
    found = [
        standing(RULES, asked=False, answer=None),
        standing(RULES, asked=True, answer=None),
        standing(RULES, asked=True, answer=Answer.GRANTED),
        standing(RULES, asked=True, answer=Answer.REFUSED),
    ]
    assert found == [Standing.NOT_ASKED, Standing.WAITING, Standing.GRANTED, Standing.REFUSED]
    assert [one.may_check_in for one in found] == [False, False, True, False]


@given(st.booleans(), st.none() | st.sampled_from(Answer))
def test_where_no_request_is_asked_for_anybody_may_come(asked: bool, answer: Answer | None) -> None:
    assert standing(FREE, asked=asked, answer=answer).may_check_in


def test_three_days_before_is_in_time_and_two_are_late() -> None:
    assert [is_late(MONDAY - timedelta(days=days), MONDAY, RULES) for days in (4, 3, 2, 0)] == [
        False,
        False,
        True,
        True,
    ]


@given(st.text(alphabet=" ab", max_size=4))
def test_a_reason_is_asked_for_where_the_rules_do(reason: str) -> None:
    fault = None if reason.strip() else RequestFault.REASON_MISSING
    assert request_fault(RULES, reason) is fault
    assert request_fault(replace(RULES, remote_reasons_required=False), reason) is None
    assert request_fault(FREE, reason) is RequestFault.NOT_ASKED_FOR


def test_a_no_is_given_with_its_reason() -> None:
    assert answer_fault(Answer.REFUSED, " ") is RequestFault.WHY_MISSING
    assert answer_fault(Answer.REFUSED, "Presidiet är i salen.") is None
    assert answer_fault(Answer.GRANTED, "") is None


def test_the_chair_decides_and_the_presidium_where_the_council_says_so() -> None:
    shared = replace(RULES, remote_decided_by=RemoteDecider.PRESIDIUM)
    vice = {"leads": False, "in_presidium": True}
    assert [decides(rules, **vice) for rules in (RULES, shared)] == [False, True]
    assert decides(RULES, leads=True, in_presidium=True)
    assert not decides(shared, leads=False, in_presidium=False)


def test_whoever_may_not_decide_hears_why_and_whoever_may_is_asked() -> None:
    shut = [Standing.NOT_ASKED, Standing.WAITING, Standing.REFUSED]
    assert [(one.refusal, one.question) for one in shut] == [
        (
            "{name} har inte begärt att delta på distans. "
            "Delta i salen, eller be ordföranden medge det nu.",
            "{name} har inte begärt att delta på distans. Medger du det nu?",
        ),
        (
            "Begäran om distans från {name} är inte besvarad. Be ordföranden svara nu.",
            "{name} väntar på svar om distans. Medger du det nu?",
        ),
        (
            "Begäran om distans från {name} har fått nej. Delta i salen.",
            "Begäran om distans från {name} har fått nej. Medger du det ändå?",
        ),
    ]


def test_every_fault_in_a_request_says_what_is_missing() -> None:
    assert [fault.text for fault in RequestFault] == [
        "Skriv varför du behöver delta på distans.",
        "Här behövs ingen begäran för att delta på distans.",
        "Skriv varför du säger nej.",
    ]
