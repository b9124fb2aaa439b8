"""What else may be asked of an archive: what somebody has seen before, what Klubba promises.

PROTOCOL 14.4, 14.5 and 15.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from voting.ballot import canonical
from voting.ballot.archive import read_archive
from voting.ballot.ballots import tracker
from voting.ballot.election import Election
from voting.ballot.objects import Homomorphic, Terms
from voting.ballot.reasons import Code, Fault
from voting.ballot.trustees import Holders
from voting.ballot.verify.inquiry import Inquiry

MINIMUM = 10  # ballots that may be decrypted together
FEWEST = 2  # tellers who decrypt


@dataclass(frozen=True)
class HeadSeen:
    """What somebody wrote down in the hall: the height and how the hash begins."""

    height: int
    prefix: str


@dataclass(frozen=True)
class Asked:
    previous: bytes | None = None
    head: HeadSeen | None = None
    trackers: tuple[str, ...] = ()
    forbid_revotes: bool = False
    house_rules: bool = False
    minimum: int = MINIMUM


def answers(inquiry: Inquiry, asked: Asked) -> Iterator[Fault]:
    """The faults of an archive that is right in itself."""
    if asked.previous is not None and not _continues(inquiry.data, asked.previous):
        yield Fault(Code.PREVIOUS_NOT_PREFIX, "it does not continue the earlier copy")
    if asked.head and not _has_head(inquiry, asked.head):
        yield Fault(Code.HEAD_DIFFERS, f"event {asked.head.height} is another than was seen")
    yield from _missing(inquiry, asked.trackers)
    if asked.forbid_revotes and inquiry.replaced:
        yield Fault(Code.REVOTE_FORBIDDEN, "a ballot was replaced by a later one")
    if asked.house_rules:
        yield from _house(inquiry, asked.minimum)


def _continues(archive: bytes, previous: bytes) -> bool:
    try:
        read_archive(previous)
    except Fault:
        return False
    return archive.startswith(previous)


def _has_head(inquiry: Inquiry, seen: HeadSeen) -> bool:
    entries = inquiry.entries
    return seen.height < len(entries) and entries[seen.height].hash.startswith(seen.prefix)


def _missing(inquiry: Inquiry, trackers: tuple[str, ...]) -> Iterator[Fault]:
    """A ballot that was replaced still stands on the board."""
    on_board = {tracker(step.entry.data[0]) for step in inquiry.steps_of("Ballot")}
    for one in trackers:
        if one not in on_board:
            yield Fault(Code.TRACKER_MISSING, f"the ballot {one} is not on the board")


def _house(inquiry: Inquiry, minimum: int) -> Iterator[Fault]:
    if inquiry.holders and not _is_ours(inquiry.holders):
        text = "not one server key and one group of tellers of whom two or more decrypt"
        yield Fault(Code.HOUSE_TRUSTEES, text)
    if inquiry.state in ("PartialDecryption", "Result") and len(inquiry.counted) < minimum:
        yield Fault(Code.HOUSE_MINIMUM, f"fewer than {minimum} ballots were decrypted")
    if inquiry.replaced:
        yield Fault(Code.HOUSE_REVOTE, "a credential has two ballots")
    if not _is_in_order(inquiry):
        yield Fault(Code.HOUSE_ORDER, "the order of ballots or register may tell something")
    if inquiry.election and not _is_plain_text(inquiry.election):
        yield Fault(Code.HOUSE_TEXT, "the election has a text that may be read in two ways")


def _is_ours(holders: Holders) -> bool:
    shape = [one.mandatory for one in holders.sharers] == [True, False]
    return shape and holders.sharers[1].threshold >= FEWEST and not holders.named


def _is_in_order(inquiry: Inquiry) -> bool:
    hashes = [step.entry.event.payload or "" for step in inquiry.steps_of("Ballot")]
    register = canonical.parse(inquiry.entries[0].data[2], tuple[str, ...])
    return hashes == sorted(hashes) and list(register) == sorted(register)


def _is_plain_text(election: Election) -> bool:
    terms = election.terms
    unsigned = terms.administrator is None and terms.credential_authority is None
    return unsigned and all(map(_is_plain, _texts(terms)))


def _texts(terms: Terms) -> Iterator[str]:
    yield from (terms.name, terms.description)
    for question in terms.questions:
        asked = question if isinstance(question, Homomorphic) else question.value
        yield from (asked.question, *asked.answers)


def _is_plain(text: str) -> bool:
    normal = unicodedata.is_normalized("NFC", text)
    return normal and not any(unicodedata.category(one).startswith("C") for one in text)
