"""Nothing that is kept anywhere joins a member to a ballot (PROTOCOL 9, 23.7; SB-1).

What the product has written is searched.  Until the electoral roll is frozen credentials wait in
the `Lobby`, and none stands in any file of the database, its write-ahead log included.  Afterwards
no row of any table holds a member and what is hers.  Nor does a line that was logged, another file,
or what was handed to a worker.  The first two searches are shown to find a link on purpose.
"""

import logging
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from core.db import Base
from core.workers import Workers
from tests.voting.elections.boxes import FEW, Box
from tests.voting.elections.remembered import remembering
from tests.worlds import member_in
from voting.ballot.ballots import tracker
from voting.ballot.hashing import hexadecimal

EVA = [0, 1, 0]
PERSON = ("person_id", "by_person_id", "actor_id")
OF_ONE = {"urn_ballots"}  # a ballot by its hash, with nobody and no time
KEPT_RECEIPT = text(
    "INSERT INTO receipts (person_id, key, what, seq, at) VALUES (:person, 'k', :what, 1, '')"
)


def vote(box: Box) -> None:
    box.connect(*FEW)
    box.open()
    box.vote(dict.fromkeys(FEW, EVA))


@pytest.fixture
def held(box: Box) -> Box:
    vote(box)
    return box


def link(box: Box, person: int) -> None:
    """Were the writer to keep a receipt with what was handed in, this is how it would look."""
    stored = {"person": person, "what": str(box.devices[person].public)}
    with box.chamber.database.writing() as session, session.begin():
        session.execute(KEPT_RECEIPT, stored)


def credentials_of(box: Box) -> list[str]:
    return [str(device.public) for device in box.devices.values()]


def secrets_of(box: Box) -> set[str]:
    """What stands for one member's part in the election."""
    ballots = box.ballots.values()
    return {told for one in ballots for told in (tracker(one), hexadecimal(one))} | set(
        credentials_of(box)
    )


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


def _names_somebody(row: dict[str, Any]) -> bool:
    return any(name in row and row[name] is not None for name in PERSON)


def test_until_the_roll_is_frozen_no_file_of_the_database_holds_a_credential(box: Box) -> None:
    """In a write-ahead log whoever reads it could pair members with credentials by their order."""
    written = remembering(box.chamber.database)
    box.connect(*FEW)
    remembers = written()
    assert [one for one in credentials_of(box) if remembers(one)] == []
    assert remembers(box.election.uuid)
    link(box, FEW[0])
    assert [one for one in credentials_of(box) if written()(one)] == credentials_of(box)[:1]


def test_no_row_joins_a_member_to_a_credential_or_a_ballot(held: Box) -> None:
    assert links(held) == set()
    held.close()
    held.find()
    held.count()
    assert links(held) == set()


def test_a_row_that_joins_them_is_found(held: Box) -> None:
    link(held, FEW[0])
    assert links(held) == {"receipts"}


def test_the_acts_that_would_tell_leave_no_receipt(held: Box) -> None:
    """Who pressed what and when, in the order in which the ballots came."""
    acts = {row["person_id"] for table, row in rows(held) if table == "receipts"}
    assert acts <= {1}  # the chair's own


def test_the_ballots_lie_in_the_order_of_their_hashes(held: Box) -> None:
    """SQLite keeps no number of its own for these rows; all of them are gone at closing."""
    hashes = [row["hash"] for table, row in rows(held) if table == "urn_ballots"]
    assert sorted(hashes) == sorted(hexadecimal(one) for one in held.ballots.values())
    if held.chamber.database.on_sqlite:
        assert hashes == sorted(hashes)


def test_no_line_of_the_log_book_and_no_other_file_tells(
    box: Box, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    vote(box)
    secret = secrets_of(box)
    assert [line for line in caplog.messages if any(one in line for one in secret)] == []
    kept = {
        one: one.read_bytes()
        for one in tmp_path.rglob("*")
        if one.is_file() and not one.name.startswith("t.db")
    }
    assert [name for name, held in kept.items() if any(s.encode() in held for s in secret)] == []


def test_no_worker_is_handed_a_member_together_with_a_ballot(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[bytes] = []
    submit = Workers._waited  # all that is handed in goes this way

    def noting(self: Workers, seconds: float | None, hand_in: Callable[..., Any]) -> Any:
        handed.append(pickle.dumps([cell.cell_contents for cell in hand_in.__closure__ or ()]))
        return submit(self, seconds, hand_in)

    monkeypatch.setattr(Workers, "_waited", noting)
    vote(box)
    ballots = [one for one in handed if b"check_ballot" in one]
    names = [f"Ledamot {member_in(person)}".encode() for person in FEW]
    assert len(ballots) == len(FEW)
    assert [one for one in ballots if any(name in one for name in names)] == []


def test_what_was_chosen_is_nowhere(held: Box) -> None:
    """Only what is encrypted; the device's own secrets have never come here."""
    exponents = {str(held.devices[person].private) for person in FEW}
    words = " ".join(str(row) for _table, row in rows(held))
    assert [one for one in exponents if one in words] == []
