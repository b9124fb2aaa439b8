"""`klubba export register` as it is typed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core import log
from core.db import Database
from tests.worlds import PLANNED, new_world
from web.cli import main


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    address = f"sqlite:///{tmp_path}/klubba.db"
    monkeypatch.setenv("KLUBBA_DATABASE", address)
    monkeypatch.setenv("KLUBBA_DATA", str(tmp_path / "data"))
    database = Database(address)
    new_world(database)
    database.close()
    return address


def export(meeting: int, folder: Path) -> Result:
    return CliRunner().invoke(main, ["export", "register", str(meeting), "--out", str(folder)])


def kinds(url: str) -> list[str]:
    database = Database(url)
    with database.reading() as session:
        found = [entry.kind for entry in log.read(session, PLANNED)]
    database.close()
    return found


def test_the_documents_and_their_list_lie_in_the_folder(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "ut"
    result = export(PLANNED, folder)
    assert result.exit_code == 0, result.output
    told = json.loads((folder / "index.json").read_text())["documents"]
    assert result.output.startswith(f"{len(told)} handlingar i {folder}.")
    there = sorted(path.name for path in (folder / "handlingar").iterdir())
    assert there == sorted(one["file"] for one in told)
    assert kinds(url) == ["documents.handed_out"]


def test_a_folder_with_something_in_it_is_left_alone(url: str, tmp_path: Path) -> None:
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "annat.txt").write_text("kvar")
    result = export(PLANNED, tmp_path / "ut")
    assert (result.exit_code, kinds(url)) == (1, [])
    assert "är inte tom" in result.output


def test_a_meeting_that_is_not_there_is_said_so(url: str, tmp_path: Path) -> None:
    result = export(77, tmp_path / "ut")
    assert (result.exit_code, (tmp_path / "ut").exists()) == (1, False)
    assert "Det finns inget sådant sammanträde." in result.output
