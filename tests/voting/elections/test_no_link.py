"""Nothing that is kept anywhere joins a member to a ballot (PROTOCOL 9, 23.7; SB-1).

The whole of what the product has written is searched after an election: every row of every table,
every file with the database's write-ahead log, every line that was logged, what was handed to the
workers.  `register_credential` is where one would arise; a link put there on purpose is found.
"""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from core.db import Base
from tests.voting.elections.boxes import FEW, Box
from voting.ballot.ballots import tracker
from voting.ballot.hashing import hexadecimal

EVA = [0, 1, 0]
PERSON = ("person_id", "by_person_id", "actor_id")


@pytest.fixture
def held(box: Box, caplog: pytest.LogCaptureFixture) -> Box:
    caplog.set_level(logging.DEBUG)
    box.connect(*FEW)
    box.open()
    box.vote(dict.fromkeys(FEW, EVA))
    return box


def secrets_of(box: Box) -> set[str]:
    """What stands for one member's part in the election."""
    return {
        told
        for person in FEW
        for told in (
            str(box.devices[person].public),
            tracker(box.ballots[person]),
            hexadecimal(box.ballots[person]),
        )
    }


def rows(box: Box) -> Iterator[tuple[str, dict[str, Any]]]:
    with box.chamber.database.reading() as session:
        for table in Base.metadata.tables:
            for row in session.execute(text(f'SELECT * FROM "{table}"')).mappings():  # noqa: S608
                yield table, dict(row)


def links(box: Box) -> set[str]:
    """Tables with a row that holds both somebody and one of the secrets, or one secret alone."""
    secret = secrets_of(box)
    found = set()
    for table, row in rows(box):
        words = " ".join(str(value) for value in row.values())
        held = [one for one in secret if one in words]
        if held and ((len(held) == 1 and table not in OF_ONE) or _names_somebody(row)):
            found.add(table)
    return found


OF_ONE = {"urn_ballots"}  # a ballot by its hash, with nobody and no time


def _names_somebody(row: dict[str, Any]) -> bool:
    return any(name in row and row[name] is not None for name in PERSON)


def test_no_row_joins_a_member_to_a_credential_or_a_ballot(held: Box) -> None:
    assert links(held) == set()
    held.close()
    held.find()
    held.count()
    assert links(held) == set()


def test_a_link_on_purpose_is_found(held: Box) -> None:
    """Were the writer to keep a receipt with what was handed in, this is how it would look."""
    person = FEW[0]
    public = str(held.devices[person].public)
    with held.chamber.database.writing() as session, session.begin():
        stored = {"person": person, "key": "k", "what": public}
        session.execute(
            text(
                "INSERT INTO receipts (person_id, key, what, seq, at) "
                "VALUES (:person, :key, :what, 1, '')"
            ),
            stored,
        )
    assert links(held) == {"receipts"}


def test_the_acts_that_would_tell_leave_no_receipt(held: Box) -> None:
    """Who pressed what and when, in the order in which the ballots came."""
    acts = {row["person_id"] for table, row in rows(held) if table == "receipts"}
    assert acts <= {1}  # the chair's own


def test_the_order_of_the_rows_is_that_of_the_hashes(held: Box) -> None:
    with held.chamber.database.reading() as session:
        order = list(session.execute(text("SELECT hash FROM urn_ballots ORDER BY hash")).scalars())
        lying = list(session.execute(text("SELECT hash FROM urn_ballots")).scalars())
    if held.chamber.database.on_sqlite:
        assert lying == order


def test_no_log_line_and_no_file_tells(
    held: Box, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    secret = secrets_of(held)
    assert [line for line in caplog.messages if any(one in line for one in secret)] == []
    files = [one for one in tmp_path.rglob("*") if one.is_file() and one.suffix != ".db"]
    inside = {
        one.name for one in files if any(word.encode() in one.read_bytes() for word in secret)
    }
    assert inside == set()


def test_what_was_chosen_is_nowhere(held: Box) -> None:
    """Only what is encrypted; the device's own secrets have never come here."""
    exponents = {str(held.devices[person].private) for person in FEW}
    words = " ".join(str(row) for _table, row in rows(held))
    assert [one for one in exponents if one in words] == []
