"""`klubba import` and `klubba replay` as they are typed."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from core.db import Database
from councils.models import Council, Person
from meetings.models import Meeting
from tests.web.packages.builder import Draft
from web.cli import main

ERRORS = Path(__file__).parents[4] / "shared" / "data" / "import" / "example-31-errors"


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("KLUBBA_DATA", str(tmp_path / "data"))
    return f"sqlite:///{tmp_path}/klubba.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Draft().folder(tmp_path / "exempel")


def klubba(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def rows(url: str, *columns: Any) -> list[tuple[Any, ...]]:
    database = Database(url)
    with database.reading() as session:
        found = [tuple(row) for row in session.execute(select(*columns))]
    database.close()
    return found


def test_an_import_says_what_it_wrote(folder: Path, url: str) -> None:
    result = klubba("import", folder, "--database", url)
    assert (result.exit_code, result.output) == (
        0,
        "Exempels kommunfullmäktige, 2026-10-05: sammanträde 1 är inläst.\n"
        "21 platser, 21 ledamöter, 4 andra personer, 4 ärenden.\n"
        "Närvaro, anföranden och röster läses inte in. "
        "Kör klubba replay för att återge mötet.\n",
    )
    assert rows(url, Council.name) == [("Exempels kommunfullmäktige",)]
    assert rows(url, Meeting.date) == [("2026-10-05",)]


def test_a_package_imported_twice_is_refused_and_writes_nobody_twice(
    folder: Path, url: str
) -> None:
    klubba("import", folder, "--database", url)
    people = rows(url, Person.id)
    result = klubba("import", folder, "--database", url)
    assert (result.exit_code, result.output) == (
        1,
        "Exempels kommunfullmäktige har redan ett sammanträde den 2026-10-05. Inget är inläst.\n",
    )
    assert (rows(url, Person.id), rows(url, Meeting.id)) == (people, [(1,)])


def test_a_warning_is_told_and_does_not_stop_an_import(tmp_path: Path, url: str) -> None:
    written = Draft().put("members", 24, "order", "")
    result = klubba("import", written.folder(tmp_path / "exempel"), "--database", url)
    assert result.exit_code == 0
    assert result.output.splitlines()[3].startswith("Varning: members.csv, rad 24, order: ")
    result = klubba("import", tmp_path / "exempel", "--database", f"{url}2", "--json")
    assert [(one["line"], one["code"]) for one in json.loads(result.output)] == [
        (24, "no_calling_order")
    ]


def test_every_fault_is_told_and_nothing_written(tmp_path: Path, url: str) -> None:
    written = Draft().put("votes", 2, "choice", "kanske").put("agenda", 2, "kind", "ärende")
    package = written.folder(tmp_path / "exempel")
    result = klubba("import", package, "--database", url)
    assert result.exit_code == 1
    assert [line[: line.index(":", 5)] for line in result.output.splitlines()[:-1]] == [
        "Fel: agenda.csv, rad 2, kind",
        "Fel: votes.csv, rad 2, choice",
    ]
    assert result.output.splitlines()[-1] == "2 fel. Inget är inläst."
    assert not (tmp_path / "klubba.db").exists()
    for command in ("import", "replay"):
        told = klubba(command, package, "--json")
        assert told.exit_code == 1
        assert [sorted(one) for one in json.loads(told.output)] == [
            ["code", "column", "file", "line", "message", "value"]
        ] * 2


def test_what_is_no_package_is_bad_input(tmp_path: Path) -> None:
    result = klubba("replay", tmp_path / "ingenting")
    assert (result.exit_code, result.output) == (
        1,
        "Fel: ingenting, rad 1: Det finns ingen mapp eller fil som heter ”ingenting”.\n"
        "1 fel. Inget är inläst.\n",
    )


def test_a_replay_shows_every_vote_and_ends_with_0(folder: Path) -> None:
    result = klubba("replay", folder)
    *table, log = result.output.splitlines()
    assert result.exit_code == 0
    assert table == [
        "Ärende  Fråga    Ja   Nej  Avstår  Frånvarande  Utfall",
        "     2      1    11    10       0            0  ja",
        "     3      1    11    10       0            0  nej, av en minoritet",
        "",
        "2 voteringar, alla stämmer med det som utropades.",
    ]
    assert log.startswith("Mötets logg: ")
    assert "kedjan är hel" in log


def test_a_difference_is_shown_with_both_outcomes_and_ends_with_2(tmp_path: Path) -> None:
    written = Draft().put("questions", 2, "yes", "10").put("questions", 2, "no", "11")
    package = written.folder(tmp_path / "exempel")
    result = klubba("replay", package)
    assert result.exit_code == 2
    assert result.output.splitlines()[2] == (
        "        Utropat: ja 10, nej 11, avstår 0, frånvarande 0 (nej)."
    )
    report = json.loads(klubba("replay", package, "--json").output)
    assert (report["meeting"], report["exit_code"], report["flagged_lists"]) == (
        "exempel",
        2,
        ["2:1"],
    )


def test_a_replay_can_be_kept_and_its_log_proved(
    folder: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = klubba("replay", folder, "--database", url, "--json")
    told = json.loads(result.output)["replayed"]["log"]
    monkeypatch.setenv("KLUBBA_DATABASE", url)
    proof = klubba("log", "verify", 1)
    assert (proof.exit_code, proof.output) == (0, f"{told['entries']} {told['head']}\n")
    again = klubba("replay", folder, "--database", url)
    assert (again.exit_code, again.output.splitlines()[0][:24]) == (1, "Databasen är inte tom. A")


@pytest.mark.skipif(not ERRORS.is_dir(), reason="needs ../shared/data/import")
@pytest.mark.parametrize("command", ["import", "replay"])
def test_the_faulty_package_gives_its_list_of_errors(command: str) -> None:
    result = klubba(command, ERRORS, "--json")
    found = json.loads(result.output)
    for finding in found:
        assert finding.pop("message")
    assert result.exit_code == 1
    assert found == json.loads((ERRORS / "errors.json").read_text())["errors"]
