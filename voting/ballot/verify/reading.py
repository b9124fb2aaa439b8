"""The first half: the container, every object in it, the setup, the order of events."""

from typing import Any

from voting.ballot import canonical
from voting.ballot.archive import Entry, read_archive
from voting.ballot.election import Election, read_election
from voting.ballot.objects import (
    Ballot,
    EncryptedTally,
    Kind,
    Owned,
    PartialDecryption,
    Result,
    Shuffle,
    TallyRecord,
)
from voting.ballot.order import check_next
from voting.ballot.reasons import Code, Fault, demand
from voting.ballot.register import read_register
from voting.ballot.trustees import read_trustees
from voting.ballot.verify.inquiry import Inquiry, Setup, Step

SHAPES: dict[Kind, tuple[Any, ...]] = {
    "Ballot": (Ballot,),
    "EndBallots": (),
    "EncryptedTally": (EncryptedTally, TallyRecord),
    "Shuffle": (Shuffle, Owned),
    "EndShuffles": (),
    "PartialDecryption": (PartialDecryption, Owned),
    "Result": (Result,),
}


def read_container(inquiry: Inquiry) -> None:
    """Checks 1 to 5, and that the archive begins with its only setup."""
    inquiry.archive = read_archive(inquiry.data)
    first, *others = inquiry.entries
    begun = first.event.type == "Setup" and all(one.event.type != "Setup" for one in others)
    demand(begun, Code.EVENT_ORDER, "an archive has one setup, at its beginning")


def read_objects(inquiry: Inquiry) -> None:
    """Check 6 for all that comes after the setup, whose parts are read where they are checked."""
    for entry in inquiry.entries[1:]:
        with inquiry.about(entry):
            inquiry.steps.append(_read(entry))
    inquiry.settle()


def read_setup(inquiry: Inquiry) -> Setup:
    """Checks 6 to 12 of the election, its trustees and its register."""
    election_text, trustees_text, register_text, _hashes = inquiry.entries[0].data
    election = inquiry.election = read_election(election_text)
    holders = inquiry.holders = read_trustees(election.group, trustees_text)
    ours = holders.election_key == election.key.y != 1
    demand(ours, Code.PUBLIC_KEY, "the key of the election is not that of its trustees")
    register = inquiry.register = read_register(election.group, register_text)
    return Setup(election, holders, register)


def check_order(inquiry: Inquiry, election: Election) -> None:
    last: Kind = "Setup"
    for step in inquiry.steps:
        with inquiry.about(step.entry):
            check_next(last, step.kind, mixed=bool(election.mixed))
        inquiry.settle()
        last = step.kind


def _read(entry: Entry) -> Step:
    shapes = zip(entry.data, SHAPES[entry.event.type], strict=True)
    try:
        return Step(entry, *(canonical.parse(text, shape) for text, shape in shapes))
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, str(error)) from None
