"""KL 5:16 before and after 2026-07-01; REM-5."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.procedure import OnSite, Procedure, RemoteBan
from meetings.rules.remote import (
    LineChoice,
    Regime,
    RemoteRefusal,
    criteria,
    ends_the_day,
    line_choices,
    may_be_remote,
    may_observe,
    may_secretary_be_remote,
    must_be_in_the_hall,
    regime,
    request_by,
)

DECIDED = Procedure(
    remote_allowed=True, remote_decided_on=date(2024, 2, 26), remote_decision="§ 14"
)
JUNE, JULY = date(2026, 6, 30), date(2026, 7, 1)


def test_the_wording_is_chosen_by_the_day_of_the_meeting() -> None:
    assert [regime(day, DECIDED) for day in (JUNE, JULY)] == [Regime.OLD, Regime.NEW]


def test_the_day_of_the_change_is_a_setting() -> None:
    later = Procedure(remote_regime_from=date(2027, 1, 1))
    assert regime(JULY, later) is Regime.OLD


def test_the_presidium_may_be_remote_under_the_old_wording_only() -> None:
    assert may_be_remote(JUNE, DECIDED, presides=True) is None
    refusal = may_be_remote(JULY, DECIDED, presides=True)
    assert refusal is RemoteRefusal.REMOTE_PRESIDIUM_FORBIDDEN
    assert refusal.text == "Presidiet deltar i salen. Det får inte delta på distans (5 kap. 16 §)."
    assert may_be_remote(JULY, DECIDED, presides=False) is None


@given(st.dates(date(2024, 1, 1), date(2028, 1, 1)), st.booleans())
def test_without_a_decision_by_the_council_nobody_is_remote(day: date, presides: bool) -> None:
    refusal = may_be_remote(day, Procedure(), presides=presides)
    assert refusal is RemoteRefusal.REMOTE_NOT_DECIDED


def test_a_council_that_has_changed_its_mind_lets_nobody_be_remote() -> None:
    repealed = Procedure(remote_decided_on=date(2024, 2, 26), remote_decision="§ 14")
    refusal = may_be_remote(JULY, repealed, presides=False)
    assert refusal is RemoteRefusal.REMOTE_NOT_DECIDED


def test_a_decision_does_not_work_backwards() -> None:
    day = date(2024, 2, 26)
    assert may_be_remote(day, DECIDED, presides=False) is None
    before = may_be_remote(day - timedelta(days=1), DECIDED, presides=False)
    assert before is RemoteRefusal.REMOTE_NOT_DECIDED
    assert before.text == (
        "Fullmäktige har inte beslutat att tillåta deltagande på distans (5 kap. 16 §)."
    )


def test_what_must_be_ensured_differs_between_the_wordings() -> None:
    assert [one.label for one in criteria(Regime.OLD)] == ["syns", "hörs", "ser", "hör"]
    assert [one.label for one in criteria(Regime.NEW)] == [
        "identitet bekräftad",
        "kan följa",
        "kan delta",
    ]


def test_three_days_before_is_the_last_day_to_ask() -> None:
    assert request_by(date(2026, 12, 14), DECIDED) == date(2026, 12, 11)


@pytest.mark.parametrize(
    ("quorate", "substitute_free", "choices"),
    [
        (True, True, ["ADJOURN", "CALL_SUBSTITUTE"]),
        (True, False, ["ADJOURN", "CONTINUE_WITHOUT"]),
        (False, True, ["ADJOURN", "CLOSE_AND_CONVENE_ANEW"]),
        (False, False, ["ADJOURN", "CLOSE_AND_CONVENE_ANEW"]),
    ],
)
def test_the_chair_is_offered_exactly_the_lawful_choices(
    quorate: bool, substitute_free: bool, choices: list[str]
) -> None:
    found = line_choices(quorate=quorate, substitute_free=substitute_free)
    assert [str(choice) for choice in found] == choices


def test_a_substitute_is_taken_to_be_free_until_nobody_is() -> None:
    assert line_choices(quorate=True) == (LineChoice.ADJOURN, LineChoice.CALL_SUBSTITUTE)


def test_only_going_on_without_her_costs_the_member_the_day() -> None:
    costly = {choice for choice in LineChoice if ends_the_day(choice)}
    assert costly == {LineChoice.CALL_SUBSTITUTE, LineChoice.CONTINUE_WITHOUT}


def test_every_vice_chair_is_in_the_hall_unless_the_council_reads_it_otherwise() -> None:
    """U2: whoever presides is there in both readings."""
    narrow = replace(DECIDED, remote_ban=RemoteBan.WHO_PRESIDES)
    roles = [(True, False, False), (False, True, False), (False, False, True), (False,) * 3]
    for rules, expected in ((DECIDED, [1, 1, 1, 0]), (narrow, [1, 0, 1, 0])):
        found = [
            must_be_in_the_hall(rules, is_chair=chair, is_vice=vice, presides=presides)
            for chair, vice, presides in roles
        ]
        assert found == [bool(each) for each in expected]


def test_the_secretary_is_in_the_hall_unless_the_council_says_otherwise() -> None:
    refusal = may_secretary_be_remote(DECIDED)
    assert refusal is RemoteRefusal.REMOTE_SECRETARY_FORBIDDEN
    assert refusal.text == "Sekreteraren är i salen. Så säger arbetsordningen."
    free = replace(DECIDED, on_site_required=frozenset({OnSite.PRESIDIUM}))
    assert may_secretary_be_remote(free) is None


@pytest.mark.parametrize("allowed", [False, True])
def test_whoever_only_waits_watches_the_stream_unless_the_council_says_otherwise(
    allowed: bool,
) -> None:
    """U15: whoever has served keeps the page, for a reservation (KL 4:27)."""
    procedure = replace(DECIDED, remote_observers=allowed)
    answers = [may_observe(procedure, has_served=s, closed_doors=False) for s in (False, True)]
    assert answers == [allowed, True]


@given(st.booleans(), st.booleans())
def test_behind_closed_doors_a_substitute_who_does_not_serve_is_in_the_hall(
    allowed: bool, has_served: bool
) -> None:
    """KL 5:42, U15."""
    procedure = replace(DECIDED, remote_observers=allowed)
    assert not may_observe(procedure, has_served=has_served, closed_doors=True)
