"""What an archive holds, as far as it has been read and found to be right, and what is not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from voting.ballot.archive import Archive, Entry
from voting.ballot.election import Election
from voting.ballot.objects import Ballot, Kind, Result
from voting.ballot.reasons import Code, Fault
from voting.ballot.register import Register
from voting.ballot.tally import counted
from voting.ballot.trustees import Holders

WORDS: dict[Kind, str] = {
    "Setup": "setup",
    "Ballot": "ballot",
    "EndBallots": "end of ballots",
    "EncryptedTally": "tally",
    "Shuffle": "shuffle",
    "EndShuffles": "end of shuffles",
    "PartialDecryption": "partial decryption",
    "Result": "result",
}


class Rejected(Exception):  # noqa: N818 - a verdict, not an error
    """There are reasons enough; what comes after would rest on what does not hold."""


@dataclass(frozen=True)
class Reason:
    """Why it is rejected: a code, words, and the event and object that it is about."""

    code: Code
    text: str
    event: int | None = None
    object: str | None = None


class Step(NamedTuple):
    """An event after the setup, read: what it brings, and whose or how much it is.

    Content and record are of the shapes that `reading.SHAPES` has for the kind.
    """

    entry: Entry
    content: Any = None
    record: Any = None

    @property
    def kind(self) -> Kind:
        return self.entry.event.type


class Setup(NamedTuple):
    """What every event after the first is checked against."""

    election: Election
    holders: Holders
    register: Register


@dataclass
class Inquiry:
    data: bytes
    reasons: list[Reason] = field(default_factory=list)
    archive: Archive | None = None
    election: Election | None = None
    holders: Holders | None = None
    register: Register | None = None
    steps: list[Step] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)
    tallied: int | None = None
    result: Result | None = None

    @contextmanager
    def about(self, entry: Entry) -> Iterator[None]:
        """A fault in one event does not hide those in the next."""
        try:
            yield
        except Fault as fault:
            event = entry.event
            words = f"{WORDS[event.type]} {event.height}: {fault.text}"
            self.reasons.append(Reason(fault.code, words, event.height, event.payload))

    def settle(self) -> None:
        """Raises Rejected once there is a reason."""
        if self.reasons:
            raise Rejected

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.archive.entries if self.archive else ()

    @property
    def state(self) -> Kind | None:
        return self.entries[-1].event.type if self.entries else None

    def steps_of(self, kind: Kind) -> Iterator[Step]:
        return (step for step in self.steps if step.kind == kind)

    @property
    def counted(self) -> list[Ballot]:
        """The last ballot of each credential."""
        return counted(self.ballots)

    @property
    def replaced(self) -> int:
        return len(self.ballots) - len(self.counted)
