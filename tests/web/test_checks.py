"""What `klubba check` says about a house that is badly set up."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from meetings.models import Handling
from tests.worlds import OPEN
from voting.models import Vote
from web import checks
from web.cli import main
from web.config import Config

SECRET = "x" * 32
WORLD = "https://klubba.example.se"


def test_at_home_nothing_need_be_set(tmp_path: Path) -> None:
    assert checks.problems(Config(data=tmp_path)) == []


def test_in_the_world_a_secret_and_a_closed_door_are_needed(tmp_path: Path) -> None:
    def said(address: str, secret: str) -> list[str]:
        return [
            words.split(" ")[0]
            for words in checks.problems(Config(data=tmp_path, address=address, secret=secret))
        ]

    assert said(WORLD, SECRET) == []
    assert said(WORLD, Config().secret) == ["KLUBBA_SECRET"]
    assert said(WORLD, "kort") == ["KLUBBA_SECRET"]
    assert said("http://klubba.example.se", SECRET) == ["KLUBBA_ADDRESS"]


def test_several_processes_need_postgresql_and_redis(tmp_path: Path) -> None:
    several = Config(data=tmp_path, workers=2)
    assert checks.problems(several) == [
        "SQLite klarar bara en process. Sätt KLUBBA_WORKERS till 1 eller använd PostgreSQL.",
        "Flera processer kräver Redis. Sätt KLUBBA_REDIS.",
    ]
    scaled = Config("postgresql://x", data=tmp_path, workers=2, redis="redis://x")
    assert checks.problems(scaled) == []


def test_a_folder_that_cannot_be_written_in_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (said,) = checks.problems(Config(data=tmp_path / "file"))
    assert said.startswith(f"Det går inte att skriva i mappen {tmp_path}/file: ")


@pytest.mark.parametrize("package", ["eventlet", "geventwebsocket"])
def test_packages_that_break_the_wire_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    (tmp_path / f"{package}.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    assert checks.problems(Config(data=tmp_path)) == [checks.REFUSED[package]]


def test_none_of_them_is_here() -> None:
    assert list(checks._packages(Config())) == []


def test_the_command_ends_with_one_when_something_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KLUBBA_DATA", str(tmp_path))
    well = CliRunner().invoke(main, ["check"])
    assert (well.exit_code, well.output) == (0, "Allt är i ordning.\n")
    monkeypatch.setenv("KLUBBA_WORKERS", "2")
    ill = CliRunner().invoke(main, ["check"])
    assert (ill.exit_code, ill.output.count("\n")) == (1, 2)


def test_a_restart_waits_for_an_open_vote(app: Flask) -> None:
    database = app.extensions["database"]
    assert checks.busy(database) == []
    with database.writing() as session, session.begin():
        session.query(Handling).filter_by(meeting_id=OPEN).one().step = "division"
        vote = Vote(meeting_id=OPEN, item_id=3, number=1, kind="main", majority="simple")
        vote.question, vote.yes_means, vote.no_means = "Ja eller nej?", "Bifall", "Avslag"
        vote.opened_at = "2026-12-14T18:00:00.000+00:00"
        session.add(vote)
    assert checks.busy(database) == ["Kommunfullmäktige 2026-12-14: Ja eller nej?"]
