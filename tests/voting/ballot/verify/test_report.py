"""PROTOCOL 15: the report says what was found, and the same of the same file."""

import hashlib
import json

from tests.voting.ballot.elections import anyone, chair, mixed, report
from tests.voting.ballot.forging import replaced
from voting.ballot.archive import read_archive
from voting.ballot.hashing import base64_of
from voting.ballot.verify.walk import verify


def test_an_accepted_archive_is_told_of_in_full() -> None:
    held, entries = chair(), read_archive(chair().archive).entries
    terms = entries[0].data[0]
    assert json.loads(json.dumps(report(held.archive).as_plain("1.2"))) == {
        "verdict": "accept",
        "reasons": [],
        "notices": [],
        "archive": {
            "bytes": len(held.archive),
            "sha256": hashlib.sha256(held.archive).hexdigest(),
            "format": "belenios-v1/2.0",
        },
        "election": {
            "uuid": held.election.uuid,
            "name": "Val av ordförande",
            "group": "BELENIOS-2048",
            "fingerprint": base64_of(terms),
        },
        "trustees": {"mandatory": 1, "groups": [{"threshold": 2, "tellers": 3}]},
        "state": "Result",
        "head": {"height": 10, "hash": entries[-1].hash},
        "counts": {"credentials": 4, "ballots": 4, "replaced": 0, "tallied": 4},
        "result": {"result": [[1, 2, 1]]},
        "readable": [
            {
                "question": "Välj en",
                "blank": 1,
                "answers": [{"text": "Anna Öberg", "votes": 2}, {"text": "Bo", "votes": 1}],
            }
        ],
        "verifier": {"name": "klubba", "version": "1.2"},
    }


def test_free_ballots_are_told_of_one_by_one_and_blanks_as_a_number() -> None:
    (told,) = report(anyone().archive).as_plain("")["readable"]
    assert (told["blank"], sorted(told["ballots"])) == (1, [(0, 7), (1, 3)])
    marks, free = report(mixed().archive).as_plain("")["readable"]
    assert [one["votes"] for one in marks["answers"]] == [1, 1]
    assert free["ballots"] == [(0, 9), (0, 9)]


def test_a_rejected_archive_tells_no_result() -> None:
    false = replaced(chair().archive, "Result", 0, 0, '{"result":[[2,1,1]]}')
    told = verify(false).as_plain("")
    (reason,) = told["reasons"]
    assert (told["verdict"], told["result"], told["readable"]) == ("reject", None, None)
    assert (reason["code"], reason["event"]) == ("RESULT", 10)
    assert reason["object"] == read_archive(false).entries[10].event.payload


def test_what_could_not_be_read_is_not_told_of() -> None:
    told = verify(b"nothing").as_plain("")
    kept = [told[name] for name in ("election", "trustees", "state", "head", "counts", "result")]
    assert kept == [None] * 6
    assert [reason["code"] for reason in told["reasons"]] == ["CONTAINER_HEADER"]


def test_the_same_file_gives_the_same_report() -> None:
    first, second = (json.dumps(of(chair().archive).as_plain("")) for of in (report, verify))
    assert first == second
