"""PROTOCOL 14.2 and 14.3: every archive of the manifests gets its verdict, reason and result."""

import json
from functools import cache
from typing import Any

import pytest
from gmpy2 import mpz

from tests.voting.ballot.elections import texts
from tests.voting.ballot.vectors import VECTORS, manifest, needs_vectors, read
from voting.ballot import canonical
from voting.ballot.archive import Archive, read_archive, write_archive
from voting.ballot.ballots import read_ballot
from voting.ballot.decryption import check_partial, result
from voting.ballot.election import read_election
from voting.ballot.making.channel import Correspondent
from voting.ballot.making.decryption import decrypt
from voting.ballot.making.tellers import Teller
from voting.ballot.objects import EncryptedTally, Mixnet, PartialDecryption, Shuffle
from voting.ballot.tally import tally, with_free_rows
from voting.ballot.trustees import read_trustees
from voting.ballot.verify.asked import Asked, HeadSeen
from voting.ballot.verify.walk import verify

pytestmark = needs_vectors
FOREIGN = ["tool-h8", "tool-nh-list", "tool-nh-text"]


def archive(name: str) -> bytes:
    return (VECTORS / name).read_bytes()


def foreign(folder: str) -> bytes:
    (path,) = (VECTORS / folder).glob("*.bel")
    return path.read_bytes()


def test_the_manifests_are_whole() -> None:
    assert [row["expect"] for row in manifest()].count("reject") == 26 + 17
    assert len(manifest()) == 54


@pytest.mark.parametrize("row", manifest(), ids=lambda row: row["file"])
def test_an_archive_gets_the_verdict_of_the_manifest(row: dict[str, Any]) -> None:
    report = verify(archive(row["file"]))
    first = report.reasons[0].code if report.reasons else None
    found = json.loads(json.dumps(report.as_plain("0")))
    verdict = (found["verdict"], first, found["result"])
    assert verdict == (row["expect"], row["reason"], row["result"])


@cache
def decrypted(folder: str) -> tuple[Archive, str]:
    """A foreign election: tallied and decrypted again, with the seeds of seats 1 and 2."""
    read = read_archive(foreign(folder))
    election_text, trustees_text = (data.decode() for data in read.entries[0].data[:2])
    election = read_election(election_text)
    holders = read_trustees(election.group, trustees_text)
    ballots = list(map(read_ballot, texts(write_archive(read), "Ballot")))
    encrypted = tally(election, ballots)
    if election.mixed:
        last = canonical.parse(texts(write_archive(read), "Shuffle")[-1], Shuffle)
        encrypted = with_free_rows(election, encrypted, last.ciphertexts)
    partials = {}
    for owner, private in enumerate(shares(folder, holders.public_keys), start=1):
        if private is not None and len(partials) < 2:
            text = decrypt(election, encrypted, private)
            partials[owner] = canonical.parse(text, PartialDecryption)
            check_partial(election, encrypted, holders.public_keys[owner - 1], partials[owner])
    counted = result(election, holders, encrypted, partials, len(ballots))
    return read, canonical.dump(counted)


def shares(folder: str, public: tuple[mpz, ...]) -> list[mpz | None]:
    """Every seat's private key, opened with its seed, in the order of the seats."""
    read = read_archive(foreign(folder))
    group = read_election(read.entries[0].data[0]).group
    found = {}
    for key in (VECTORS / folder).glob("*.key"):
        teller = Teller(Correspondent(group, key.read_text().strip()))
        private = teller.private_key(key.with_suffix(".dkey").read_text().strip())
        found[group.generate(private)] = private
    return [found.get(one) for one in public]


@pytest.mark.parametrize("folder", FOREIGN)
def test_an_election_made_by_the_tool_is_tallied_and_counted_to_the_byte(folder: str) -> None:
    read, counted = decrypted(folder)
    assert counted == texts(write_archive(read), "Result")[0]
    assert verify(foreign(folder)).accepted


@pytest.mark.parametrize("folder", [*FOREIGN, "three-implementations-h8"])
def test_the_tally_of_the_tool_is_ours(folder: str) -> None:
    whole = foreign(folder)
    election = read_election(read_archive(whole).entries[0].data[0])
    ballots = list(map(read_ballot, texts(whole, "Ballot")))
    assert canonical.dump(tally(election, ballots)) == texts(whole, "EncryptedTally")[0]
    assert canonical.parse(texts(whole, "EncryptedTally")[0], EncryptedTally)
    assert bool(election.mixed) == any(isinstance(one, Mixnet) for one in election.questions)


def test_ballots_by_three_implementations_are_accepted_in_one_election() -> None:
    assert verify(foreign("three-implementations-h8")).accepted


def test_a_dropped_ballot_is_found_by_its_tracker_and_by_an_earlier_copy() -> None:
    tracker = read("secrets.json")["h-dropped-ballot"]["tracker_of_dropped"]
    dropped, whole = archive("h-dropped-ballot.bel"), archive("h-open-ok.bel")
    assert codes(dropped, Asked(trackers=(tracker,))) == ["TRACKER_MISSING"]
    assert codes(dropped, Asked(previous=whole)) == ["PREVIOUS_NOT_PREFIX"]
    seen = read_archive(whole).head
    head = HeadSeen(seen.event.height, seen.hash[:8])
    assert codes(dropped, Asked(head=head)) == ["HEAD_DIFFERS"]
    assert codes(archive("h-ok.bel"), Asked(trackers=(tracker,), previous=whole, head=head)) == []


def codes(whole: bytes, asked: Asked) -> list[str]:
    return [reason.code for reason in verify(whole, asked).reasons]
