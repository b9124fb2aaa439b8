"""The worked cases of the rule book, each compared with the whole of our answer."""

from typing import Any

import pytest

from tests.law.adapters import RULES, answer
from tests.law.vectors import load

FILES = [
    "rules_basic.json",
    "thresholds.json",
    "real_rules.json",
    "scenario1_hybrid_meeting.json",
    "scenario2_elections.json",
    "scenario3_lifecycle.json",
]


def cases(name: str, rule: str) -> list[dict[str, Any]]:
    """Committees' substitutes are called by the votes of an LPV election, counted elsewhere."""
    return [
        case
        for case in load(name)["cases"]
        if case["rule"] == rule and case["input"].get("kind") != "committee"
    ]


@pytest.mark.parametrize("rule", RULES)
def test_every_worked_case_of_the_rule_comes_out_as_expected(rule: str) -> None:
    worked = [case for name in FILES for case in cases(name, rule)]
    ours = {case["id"]: answer(rule, case["input"]) for case in worked}
    assert ours == {case["id"]: case["expected"] for case in worked}
    assert len(ours) == len(worked) > 0


def test_no_rule_among_the_worked_cases_is_left_out() -> None:
    named = {case["rule"] for name in FILES for case in load(name)["cases"]}
    assert named - {"no_such_rule"} == set(RULES)
