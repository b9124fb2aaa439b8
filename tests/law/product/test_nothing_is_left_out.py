"""What of the rule book is not told through the acts stands in a table with its reason."""

from tests.law.product import (
    test_counts_by_the_book,
    test_days_by_the_book,
    test_seats_by_the_book,
    test_votes_by_the_book,
)
from tests.law.vectors import load

BY_RULE = {
    "council_size": test_seats_by_the_book,
    "extra_meeting": test_seats_by_the_book,
    "notice_deadline": test_days_by_the_book,
    "summons_deadline": test_days_by_the_book,
    "minutes_deadline": test_days_by_the_book,
    "appeal_last_day": test_days_by_the_book,
    "quorum": test_votes_by_the_book,
    "minority_referral": test_votes_by_the_book,
    "order_of_questions": test_votes_by_the_book,
    "division_result": test_votes_by_the_book,
    "lpv_request": test_votes_by_the_book,
    "two_thirds": test_votes_by_the_book,
    "substitute_order": test_counts_by_the_book,
}
COUNTS = ("proportional_basic.json", "real_proportional.json", "majority_basic.json")


def test_every_rule_of_the_book_is_told_somewhere() -> None:
    named = {case["rule"] for case in load("rules_basic.json")["cases"]}
    assert named - {"no_such_rule"} == set(BY_RULE)


def test_what_is_not_told_is_in_the_book_and_says_why() -> None:
    files = ("rules_basic.json", "real_rules.json", *COUNTS)
    named = {case["id"] for file in files for case in load(file)["cases"]}
    untold = {name: why for one in set(BY_RULE.values()) for name, why in one.NOT_TOLD.items()}
    assert untold.keys() <= named
    assert [name for name, why in untold.items() if not why] == []


def test_every_ground_and_status_of_the_rules_is_met_at_least_once() -> None:
    untold = {name for one in set(BY_RULE.values()) for name in one.NOT_TOLD}
    cases = [one for one in load("rules_basic.json")["cases"] if one["rule"] in BY_RULE]

    def grounds(told: bool) -> set[tuple[str, str, str]]:
        return {
            (case["rule"], key, str(case["expected"][key]))
            for case in cases
            for key in ("ground", "status", "reason", "by", "state", "outcome", "grounds", "faults")
            if case["expected"].get(key) and (case["id"] not in untold) == told
        }

    assert grounds(told=False) - grounds(told=True) == NOT_MET


# The lot is drawn when an election is put off (m14, m15).
NOT_MET = {
    ("division_result", "by", "LOT"),
    ("division_result", "state", "AWAIT_LOT"),
}
