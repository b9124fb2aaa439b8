"""`klubba log verify`: the chain is whole, or the first broken entry is named."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from core import log
from core.db import Base, Database
from tests.meetings.minutes.facts import evening, sealed
from web.cli import main
from web.gateways.minutes import Block, Paper, pdf
from web.gateways.minutes.record import record

LOG = sealed(evening())
LAST = f"{len(LOG)} {LOG[-1].hash}\n"


def verify(what: object) -> Result:
    return CliRunner().invoke(main, ["log", "verify", str(what)])


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with one evening in it."""
    path = tmp_path / "k.db"
    monkeypatch.setenv("KLUBBA_DATABASE", f"sqlite:///{path}")
    database = Database(f"sqlite:///{path}")
    Base.metadata.create_all(database.writer_engine)
    with database.writing() as session, session.begin():
        log.begin(session, 1)
        session.add_all(sealed(evening()))
    database.close()
    return path


def told() -> dict[str, Any]:
    written: dict[str, Any] = json.loads(json.dumps(record(1, LOG)))
    return written


def test_a_whole_chain_tells_its_length_and_last_hash(stored: Path) -> None:
    answer = verify(1)
    assert (answer.exit_code, answer.output) == (0, LAST)


def test_a_changed_byte_names_the_first_broken_entry(stored: Path) -> None:
    with sqlite3.connect(stored) as connection:
        change = "UPDATE log_entries SET payload = replace(payload, 'bifall', 'bifalL')"
        connection.execute(f"{change} WHERE height = 13")
    answer = verify(1)
    assert (answer.exit_code, answer.output) == (
        1,
        "Error: Kedjan är bruten vid post 13 (proposal.made).\n",
    )


def test_an_entry_that_was_taken_out_is_missed(stored: Path) -> None:
    with sqlite3.connect(stored) as connection:
        connection.execute("DELETE FROM log_entries WHERE height = 5")
    assert verify(1).output == "Error: Kedjan är bruten vid post 6 (item.opened).\n"


def test_a_meeting_without_a_log_is_no_proof(stored: Path) -> None:
    assert verify(7).exit_code == 1


def test_the_record_is_verified_without_a_database(tmp_path: Path) -> None:
    (path := tmp_path / "record.json").write_text(json.dumps(told()))
    assert (verify(path).exit_code, verify(path).output) == (0, LAST)


def test_the_minutes_themselves_are_verified(tmp_path: Path) -> None:
    paper = Paper("Protokoll", "2026-12-14", (Block("heading", "Protokoll", level=1),), told())
    (path := tmp_path / "protokoll.pdf").write_bytes(pdf.make(paper).content)
    assert (verify(path).exit_code, verify(path).output) == (0, LAST)


@pytest.mark.parametrize("content", [b"", b"[1]", b"%PDF-1.7 nothing", b"\xff\xfe"])
def test_another_file_is_refused_in_plain_words(tmp_path: Path, content: bytes) -> None:
    (path := tmp_path / "x").write_bytes(content)
    answer = verify(path)
    assert answer.output == "Error: Filen är ingen mötespost från Klubba.\n"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert verify(tmp_path / "gone.json").output.startswith("Error: Filen går inte att läsa")
