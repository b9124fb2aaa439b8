"""Ballots that come to the box: the right ones once, and nothing else (PROTOCOL 10, 23.9).

`accept_ballot` has no actor; `in_the_urn` is the one number that is shown meanwhile.
"""

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.voting.elections.boxes import FEW, Box
from voting.ballot.making.ballots import make_ballot
from voting.ballot.making.credentials import new_credential

EVA, OLA = [0, 1, 0], [0, 0, 1]
VOTER = FEW[0]


@pytest.fixture
def open_box(box: Box) -> Box:
    box.connect(*FEW)
    box.open()
    return box


def made(box: Box, person: int = VOTER, marks: list[int] = EVA) -> str:
    return make_ballot(box.election, box.devices[person], [marks])


def reasons(answer: tuple[int, Any]) -> tuple[int, list[str]]:
    return answer[0], answer[1]["reasons"]


def test_sent_again_it_is_in_the_box_once_with_the_same_receipt(open_box: Box) -> None:
    ballot = made(open_box)
    first, again = open_box.cast(ballot), open_box.cast(ballot)
    assert (first[0], again) == (201, (200, first[1]))
    assert open_box.get("state.json")["cast"] == 1


def test_a_receipt_is_the_installation_s_own_word(open_box: Box) -> None:
    _status, receipt = open_box.cast(made(open_box))
    client = open_box.app.test_client()
    raw = client.get("/.well-known/klubba-receipt-key").text.strip()
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(raw + "=="))
    told = f"receipt|{open_box.election.uuid}|{receipt['tracker']}".encode()
    key.verify(base64.b64decode(receipt["signature"] + "=="), told)


def test_the_first_ballot_of_a_device_is_final(open_box: Box) -> None:
    assert open_box.cast(made(open_box))[0] == 201
    status, said = open_box.cast(made(open_box, marks=OLA))
    assert (status, said["kind"]) == (409, "CredentialUsed")


def test_too_early_and_too_late(box: Box) -> None:
    box.connect(*FEW)
    assert box.put(1, "register", number=6) == (200, "")
    early = made(box)
    assert box.cast(early)[0] == 425
    assert box.put(1, "opening", confirmed=1) == (200, "")
    assert box.cast(early)[0] == 201
    late = made(box, FEW[1])
    box.close()
    status, said = box.cast(late)
    assert (status, said["error"]) == (410, "Urnan är stängd.")


def test_what_is_no_ballot_never_comes_into_the_box(open_box: Box) -> None:
    stranger = new_credential(open_box.election.group, open_box.election.uuid)
    foreign = make_ballot(open_box.election, stranger, [EVA])
    whole = made(open_box)
    altered = json.loads(whole)
    altered["answers"][0]["individual_proofs"][0][0]["response"] = "5"
    other = json.loads(whole) | {"election_uuid": "AAAAAAAAAAAAAA"}
    told = {
        "BALLOT_CREDENTIAL": foreign,
        "BALLOT_SIGNATURE": dump(altered),
        "BALLOT_ELECTION": dump(other),
        "NOT_CANONICAL": f" {whole}",
        "MALFORMED": "9" * 60_000,
    }
    refused = {code: reasons(open_box.cast(ballot)) for code, ballot in told.items()}
    assert refused == {code: (422, [code]) for code in told}
    assert open_box.cast("9" * 2_000_000)[0] == 413
    assert [open_box.cast(rubbish)[0] for rubbish in ("", "{}", "[]", b"\xff\x00")] == [422] * 4
    assert open_box.get("state.json")["cast"] == 0


def dump(ballot: object) -> str:
    return json.dumps(ballot, ensure_ascii=False, separators=(",", ":"))
