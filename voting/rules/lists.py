"""Sorting the ballots of a proportional election into groups, by the returning officer's rulings.

Lag (2022:629) 8–10 and 14–15 §§ (LPV-5, LPV-6, LPV-8).  A group is the ballots with the same
designation and the same names in the same order, after the names that do not count.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Ignored(StrEnum):
    """Why a name does not count.  The first four are rulings, the last two can be seen."""

    NOT_ELIGIBLE = "not_eligible"
    STRUCK = "struck"
    UNCLEAR_PERSON = "unclear_person"
    UNCLEAR_ORDER = "unclear_order"
    REPEATED = "repeated"
    SURPLUS = "surplus"


@dataclass(frozen=True)
class Ballots:
    """`count` ballots alike.  `ruled_out`: names on them that the officer has decided on."""

    designation: str
    names: tuple[str, ...]
    count: int
    ruled_out: tuple[tuple[str, Ignored], ...] = ()

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError("count: antalet valsedlar är minst ett.")
        if strangers := [name for name, _ in self.ruled_out if name not in self.names]:
            raise ValueError(f"ignored: {strangers[0]} står inte på valsedeln.")


@dataclass(frozen=True)
class Group:
    """`number` from 1 in the order in which the groups first appear."""

    number: int
    designation: str
    votes: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class IgnoredName:
    """`entry`: which of the kinds of ballot, from 1; `count`: on how many ballots."""

    entry: int
    name: str
    reason: Ignored
    count: int


@dataclass(frozen=True)
class Sorting:
    groups: tuple[Group, ...]
    ignored: tuple[IgnoredName, ...]
    without_designation: int

    @property
    def valid(self) -> int:
        return sum(group.votes for group in self.groups)


@dataclass
class _Kept:
    names: list[str] = field(default_factory=list)
    ignored: list[tuple[str, Ignored]] = field(default_factory=list)


def sort_ballots(
    ballots: Sequence[Ballots], places: int, eligible: frozenset[str] | None = None
) -> Sorting:
    """`eligible` None: nobody has asked."""
    votes: dict[tuple[str, tuple[str, ...]], int] = {}
    ignored: list[IgnoredName] = []
    for entry, alike in enumerate(ballots, start=1):
        if not alike.designation:
            continue
        kept = _read(alike, places, eligible)
        ignored += [IgnoredName(entry, *each, alike.count) for each in kept.ignored]
        where = alike.designation, tuple(kept.names)
        votes[where] = votes.get(where, 0) + alike.count
    nameless = sum(alike.count for alike in ballots if not alike.designation)
    return Sorting(tuple(_numbered(votes.items())), tuple(ignored), nameless)


def _read(ballot: Ballots, places: int, eligible: frozenset[str] | None) -> _Kept:
    """From the top; a name beyond the number of places is not read (LPV 10)."""
    kept, ruled = _Kept(), dict(ballot.ruled_out)
    for name in ballot.names:
        reason = ruled.get(name)
        if reason is None and eligible is not None and name not in eligible:
            reason = Ignored.NOT_ELIGIBLE
        if reason is None and name in kept.names:
            reason = Ignored.REPEATED
        if reason is None and len(kept.names) >= places:
            reason = Ignored.SURPLUS
        if reason is None:
            kept.names.append(name)
        else:
            kept.ignored.append((name, reason))
    return kept


def _numbered(
    votes: Iterable[tuple[tuple[str, tuple[str, ...]], int]],
) -> Iterator[Group]:
    for number, ((designation, names), cast) in enumerate(votes, start=1):
        yield Group(number, designation, cast, names)
