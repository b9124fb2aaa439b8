"""`klubba count` and `klubba rules` from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from web.cli import main

QUORUM = {"id": "q1", "rule": "quorum", "input": {"seats": 61, "participating": 31}}
OUTPUT = {"needed": 31, "quorate": True, "ground": "ATTENDANCE"}
ELECTION = {"voters_present": 3, "places": 1, "ballots": [{"names": ["X"], "count": 2}], "blank": 1}


def klubba(folder: Path, told: object, *command: str) -> Result:
    path = folder / "told.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return CliRunner().invoke(main, [*command, str(path)])


def test_one_count_gives_its_answer_by_itself(tmp_path: Path) -> None:
    done = klubba(tmp_path, ELECTION, "count", "majority")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {
        "status": "DONE",
        "ballots": {"cast": 3, "valid": 2, "blank": 1, "invalid": 0},
        "counts": [{"person": "X", "votes": 2}],
        "elected": [{"place": 1, "person": "X", "votes": 2, "by_lot": False}],
        "ties": [],
        "next_tie": None,
        "unfilled": 0,
    }


def test_cases_give_results_in_their_order(tmp_path: Path) -> None:
    done = klubba(tmp_path, [QUORUM, QUORUM | {"id": "q2"}], "rules")
    results = [{"id": name, "rule": "quorum", "output": OUTPUT} for name in ("q1", "q2")]
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"results": results})


def test_bad_input_ends_with_1_names_the_field_and_prints_the_others(tmp_path: Path) -> None:
    bad = {"id": "bad", "rule": "quorum", "input": {"seats": 0, "participating": 1}}
    done = klubba(tmp_path, {"cases": [bad, QUORUM]}, "rules")
    assert (done.exit_code, done.stderr) == (1, "bad: seats: ska vara minst 1\n")
    outputs = [each["output"] for each in json.loads(done.stdout)["results"]]
    assert outputs == [{"error": "BAD_INPUT"}, OUTPUT]


@pytest.mark.parametrize(
    ("expected", "code", "words"),
    [
        (OUTPUT, 0, "1 av 1 stämmer."),
        (OUTPUT | {"needed": 30}, 1, "0 av 1 stämmer."),
    ],
)
def test_checked_it_says_which_cases_differ(
    tmp_path: Path, expected: dict[str, Any], code: int, words: str
) -> None:
    done = klubba(tmp_path, [QUORUM | {"expected": expected}], "rules", "--check")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (code, words)
    assert ("q1:" in done.stdout) == bool(code)


def test_an_expected_error_is_right(tmp_path: Path) -> None:
    case = {"rule": "quorum", "input": {}, "expected": {"error": "BAD_INPUT"}}
    assert klubba(tmp_path, [case], "rules", "--check").exit_code == 0


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["rules", str(tmp_path / "gone.json")])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"{tmp_path / 'gone.json'}: No such file or directory\n"


def test_a_file_of_another_shape_is_said_so(tmp_path: Path) -> None:
    done = klubba(tmp_path, {"results": []}, "rules")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("Filen ska innehålla")
