"""A file of cases: one result each, whatever the others are."""

import json
from pathlib import Path
from typing import Any

import pytest

from web.counting.cases import BadFileError, carry_out, cases_in, count_proportional, load, rule

QUORUM = {"id": "q", "rule": "quorum", "input": {"seats": 61, "participating": 31}}
BALLOTS = [
    {"designation": "A", "names": ["a1", "a2", "a3"], "count": 16},
    {"designation": "B", "names": ["b1", "b2"], "count": 8},
]
ELECTION: dict[str, Any] = {"voters_present": 31, "places": 3, "ballots": BALLOTS}


def proportional(**changed: Any) -> tuple[dict[str, Any], str | None]:
    (result,) = carry_out(count_proportional, [{"input": ELECTION | changed}])
    return result.output, result.fault


def test_a_bad_case_stops_no_other() -> None:
    cases = [QUORUM | {"input": {}}, QUORUM | {"rule": "moon"}, QUORUM]
    assert [(result.output, result.fault) for result in carry_out(rule, cases)] == [
        ({"error": "BAD_INPUT"}, "seats saknas"),
        ({"error": "UNKNOWN_RULE"}, "rule: regeln 'moon' finns inte"),
        ({"needed": 31, "quorate": True, "ground": "ATTENDANCE"}, None),
    ]


def test_what_the_rule_itself_refuses_is_told_with_its_fields() -> None:
    case = QUORUM | {"input": {"seats": 21, "participating": 22}}
    (result,) = carry_out(rule, [case])
    assert result.fault == (
        "participating, recused: De närvarande kan inte vara fler än platserna."
    )


def test_a_result_carries_what_the_case_is_called() -> None:
    named, nameless = carry_out(rule, [QUORUM, {"rule": "quorum", "input": QUORUM["input"]}])
    assert named.as_plain() == {"id": "q", "rule": "quorum", "output": named.output}
    assert (nameless.name, list(nameless.as_plain())) == ("fall 2", ["rule", "output"])


def test_the_example_of_the_rule_book() -> None:
    told, fault = proportional(lots={"drawn": [2]})
    assert fault is None
    assert [(row["person"], row["quotient"], row["by_lot"]) for row in told["places"]] == [
        ("a1", "16", False),
        ("b1", "8", True),
        ("a2", "8", False),
    ]
    tie = {"stage": "places", "round": 2, "quotient": "8", "tied": [1, 2], "winner": 2}
    assert told["ties"] == [tie]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"lots": {"drawn": [3]}}, "lots: Lott 1: 3 är inte bland dem som står lika."),
        ({"lots": {"drawn": [2, 1]}}, "lots: Det finns fler lotter än lika röstetal."),
        ({"lots": {"drawn": [2], "seed": "x"}}, "lots: ange antingen drawn eller seed"),
        ({"lots": {}}, "lots: ange antingen drawn eller seed"),
        ({"voted": 32}, "voted: Fler har röstat än som är närvarande."),
        (
            {"ballots": [BALLOTS[0] | {"ignored": [{"name": "q", "reason": "struck"}]}]},
            "ballots.ignored: ignored: q står inte på valsedeln.",
        ),
    ],
)
def test_lots_and_rulings_that_do_not_fit_are_refused(changed: dict[str, Any], words: str) -> None:
    assert proportional(**changed) == ({"error": "BAD_INPUT"}, words)


def test_more_ballots_than_voters_are_not_counted() -> None:
    told, _ = proportional(voters_present=23)
    empty = {"groups": [], "ignored_names": [], "places": [], "elected": [], "ties": []}
    assert told == empty | {
        "status": "MORE_BALLOTS_THAN_VOTERS",
        "ballots": {
            "cast": 24,
            "valid": 24,
            "invalid": 0,
            "invalid_by": {"not_closed": 0, "not_uniform": 0, "no_designation": 0},
        },
        "next_tie": None,
        "unfilled": 3,
        "service_order": None,
    }


def test_only_a_count_may_be_one_input_by_itself() -> None:
    assert cases_in(ELECTION, may_be_list=False) is None
    assert cases_in([QUORUM], may_be_list=True) == [QUORUM]
    for found, may_be_list in (
        ([QUORUM], False),
        (QUORUM, True),
        ({"cases": [1]}, True),
        (7, True),
    ):
        with pytest.raises(BadFileError, match="Filen ska innehålla"):
            cases_in(found, may_be_list=may_be_list)


@pytest.mark.parametrize("body", [b"{", b"\xff{}", b"[NaN]", b"[" * 100_000])
def test_a_file_that_is_no_json_is_said_to_be_none(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "count.json"
    path.write_bytes(body)
    with pytest.raises(BadFileError, match="är inte JSON i UTF-8"):
        load(path)


def test_a_count_with_a_decimal_point_is_no_count(tmp_path: Path) -> None:
    path = tmp_path / "count.json"
    path.write_text(json.dumps(ELECTION | {"places": 3.0}), encoding="utf-8")
    (result,) = carry_out(count_proportional, [{"input": load(path)}])
    assert result.fault == "places: ska vara int, inte decimal"
