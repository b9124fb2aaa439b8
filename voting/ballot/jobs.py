"""Heavy work, to be done in other processes: texts in, texts out.  PROTOCOL 21.

What has been read of an election is kept, since its tables take longer to build than a ballot to
check.  Whatever does not hold is raised as a Fault.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from voting.ballot import ballots, canonical, decryption, shuffles
from voting.ballot.election import Election, read_election
from voting.ballot.making.shuffles import make_shuffle
from voting.ballot.objects import EncryptedTally, PartialDecryption, Shuffle
from voting.ballot.reasons import Code, Fault
from voting.ballot.tally import free_rows, tally, with_free_rows
from voting.ballot.trustees import Holders, read_trustees
from voting.ballot.verify.asked import Asked
from voting.ballot.verify.walk import verify

KEPT = 4


def check_ballot(election: str, ballot: str) -> None:
    """Signature and proofs; whether its credential may vote, the urn knows."""
    ballots.check_contents(_election(election), ballots.read_ballot(ballot))


def compute_tally(election: str, cast: Sequence[str]) -> str:
    """Of ballots already checked, one of each credential."""
    return canonical.dump(tally(_election(election), [ballots.read_ballot(one) for one in cast]))


def shuffle(election: str, encrypted: str) -> str:
    """The server as mixer."""
    known = _election(election)
    return make_shuffle(known, free_rows(known, _read(encrypted, EncryptedTally)))


def check_shuffle(election: str, encrypted: str, shuffled: str) -> str:
    """What there is to be decrypted after it."""
    known, before = _election(election), _read(encrypted, EncryptedTally)
    found = _read(shuffled, Shuffle)
    shuffles.check_shuffle(known, free_rows(known, before), found)
    return canonical.dump(with_free_rows(known, before, found.ciphertexts))


def check_partial(election: str, trustees: str, encrypted: str, owner: int, partial: str) -> None:
    known = _election(election)
    public = _holders(election, trustees).public_key(owner)
    if public is None:
        raise Fault(Code.DECRYPTION_OWNER, "its owner holds no key")
    tallied, given = _read(encrypted, EncryptedTally), _read(partial, PartialDecryption)
    decryption.check_partial(known, tallied, public, given)


def combine(
    election: str, trustees: str, encrypted: str, partials: Mapping[int, str], cast: int
) -> str:
    """The result, from partial decryptions by owner that have been checked."""
    given = {owner: _read(partial, PartialDecryption) for owner, partial in partials.items()}
    holders, tallied = _holders(election, trustees), _read(encrypted, EncryptedTally)
    return canonical.dump(decryption.result(_election(election), holders, tallied, given, cast))


def verify_archive(archive: bytes, version: str, asked: Asked | None = None) -> dict[str, Any]:
    """The report as it is published."""
    return verify(archive, asked).as_plain(version)


@lru_cache(KEPT)
def _election(text: str) -> Election:
    return read_election(text)


@lru_cache(KEPT)
def _holders(election: str, trustees: str) -> Holders:
    return read_trustees(_election(election).group, trustees)


def _read(text: str, shape: type[canonical.Shape]) -> canonical.Shape:
    try:
        return canonical.parse(text, shape)
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, str(error)) from None
