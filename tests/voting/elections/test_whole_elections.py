"""A digital election from the nominations to the result, as it is held in the hall and at home."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.voting.elections.boxes import MEMBERS, Box
from tests.worlds import BEA, BO
from voting.ballot.verify.asked import Asked
from voting.ballot.verify.walk import verify
from voting.facts import ElectionCounted
from web.cli import main

BLANK, EVA, OLA = [1, 0, 0], [0, 1, 0], [0, 0, 1]


def test_twenty_vote_two_tellers_count_and_everybody_can_check_it(box: Box) -> None:
    box.connect()
    box.open()
    votes = {person: EVA for person in MEMBERS if person > 8} | {8: BLANK, 7: BLANK}
    box.vote(votes | {person: OLA for person in MEMBERS if person < 6})
    box.close()
    assert box.get("trackers.json") == sorted(one["tracker"] for one in box.receipts.values())
    box.find()
    box.count(BEA, BO)
    assert box.state == "counted"
    told = box.chamber.last()
    assert box.chamber.entries()[-1].kind == ElectionCounted.kind
    assert told["votes"] == [{"text": "Eva Ek", "votes": 13}, {"text": "Ola Ort", "votes": 5}]
    assert (told["blank"], told["cast"], told["registered"], told["tellers"]) == (2, 20, 21, 2)
    report = verify(box.get("board.bel"), Asked(house_rules=True, forbid_revotes=True))
    assert report.accepted
    assert report.result is not None
    assert report.result.result == ((2, 13, 5),)


def test_the_server_s_key_is_gone_when_the_result_is_out(box: Box) -> None:
    box.connect(*range(1, 7))
    kept = Path(box.app.extensions["vault"].folder) / box.row.uuid
    assert kept.stat().st_mode & 0o777 == 0o600
    box.open()
    box.vote(dict.fromkeys(range(1, 7), EVA))
    box.close()
    box.find()
    box.count()
    box.tick()
    assert not kept.exists()


def test_done_again_it_is_done_once(box: Box) -> None:
    """As after a restart: the database says what is pending."""
    box.connect(*range(1, 7))
    box.open()
    box.vote(dict.fromkeys(range(1, 7), OLA))
    box.close()
    box.tick()
    height = len(box.chamber.entries())
    box.find()
    box.tick()
    box.count()
    box.tick()
    assert len(box.chamber.entries()) == height + 1


def test_the_office_exports_the_very_file_that_is_published(
    box: Box, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box.connect(*range(1, 7))
    box.open()
    monkeypatch.setenv("KLUBBA_DATABASE", str(box.chamber.database.writer_engine.url))
    output = str(tmp_path / "urnan.bel")
    asked = ["election", "export", str(box.number), "-o", output]
    assert CliRunner().invoke(main, asked).exit_code == 1
    box.vote(dict.fromkeys(range(1, 7), OLA))
    box.close()
    told = CliRunner().invoke(main, asked)
    assert told.exit_code == 0
    assert json.loads(told.output)["state"] == "closed"
    assert Path(output).read_bytes() == box.get("board.bel")
