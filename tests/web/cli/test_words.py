"""The command line speaks Swedish, and English where the machine does."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from web.cli import main
from web.config import spoken

CASE = {"id": "q", "rule": "quorum", "input": {"seats": 0, "participating": 1}}


def run(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


@pytest.mark.parametrize(
    ("set_to", "language"),
    [
        ({}, "sv"),
        ({"LANG": "C.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "", "LC_MESSAGES": "en"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "sv"),
    ],
)
def test_it_speaks_english_only_where_the_machine_does(
    set_to: dict[str, str], language: str
) -> None:
    assert spoken(set_to) == language


@pytest.mark.parametrize(
    ("language", "told", "counted"),
    [
        ("sv_SE", "q: seats: ska vara minst 1\n", "0 av 1 stämmer."),
        ("en_GB", "q: seats: must be at least 1\n", "0 of 1 agree."),
    ],
)
def test_what_is_wrong_with_a_case_is_said_in_that_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, told: str, counted: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    path = tmp_path / "told.json"
    path.write_text(json.dumps([CASE | {"expected": {}}]), encoding="utf-8")
    assert run("rules", path).stderr == told
    assert run("rules", path, "--check").stdout.endswith(f"{counted}\n")


def test_a_refusal_is_said_in_english_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en")
    answer = run("log", "verify", tmp_path / "nothing.json")
    assert answer.exit_code == 1
    assert f"The file cannot be read: {tmp_path}/nothing.json" in answer.output
