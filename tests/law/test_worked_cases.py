"""The worked cases of the rule book, each compared with the whole of our answer."""

import pytest

from tests.law.vectors import load
from web.counting.cases import Answer, carry_out, count_majority, count_proportional, rule
from web.counting.rules import RULES

RULE_FILES = [
    "rules_basic.json",
    "thresholds.json",
    "real_rules.json",
    "scenario1_hybrid_meeting.json",
    "scenario2_elections.json",
    "scenario3_lifecycle.json",
]
FILES = [
    *((name, rule) for name in RULE_FILES),
    ("proportional_basic.json", count_proportional),
    ("proportional_random.json", count_proportional),
    ("real_proportional.json", count_proportional),
    ("majority_basic.json", count_majority),
]


@pytest.mark.parametrize(("name", "answer"), FILES)
def test_every_worked_case_comes_out_as_expected(name: str, answer: Answer) -> None:
    results = list(carry_out(answer, load(name)["cases"]))
    ours = [(result.name, result.output) for result in results]
    assert ours == [(result.name, result.case["expected"]) for result in results]
    assert results != []


def test_no_rule_among_the_worked_cases_is_left_out() -> None:
    named = {case["rule"] for name in RULE_FILES for case in load(name)["cases"]}
    assert named - {"no_such_rule"} == set(RULES)
