"""Electing one or several persons: most votes, blank ballots apart, the lot for the last place.

Kommunallagen 5 kap. 53–56 §§ (MAJ-1–5, U4).  No half is needed and there is no second round.
Equal numbers that all get a place need no lot.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from councils.rules.procedure import MajorityBallotRule
from voting.rules.lots import Urn


@dataclass(frozen=True)
class Slips:
    """`count` slips alike; without names they are blank."""

    names: tuple[str, ...]
    count: int

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError("count: antalet valsedlar är minst ett.")


@dataclass(frozen=True)
class Tallied:
    """Votes by person, the most first and then by name; blank and invalid by themselves."""

    counts: tuple[tuple[str, int], ...]
    valid: int
    blank: int
    invalid: int

    @property
    def cast(self) -> int:
        return self.valid + self.blank + self.invalid


@dataclass(frozen=True)
class Elected:
    place: int
    person: str
    votes: int
    by_lot: bool


@dataclass(frozen=True)
class Level:
    """Persons with equal votes who do not all get a place; `places` is how many are drawn."""

    votes: int
    tied: tuple[str, ...]
    places: int
    drawn: tuple[str, ...]

    @property
    def is_done(self) -> bool:
        return len(self.drawn) == self.places

    @property
    def left(self) -> tuple[str, ...]:
        return tuple(person for person in self.tied if person not in self.drawn)


@dataclass
class Election:
    places: int
    elected: list[Elected] = field(default_factory=list)
    level: Level | None = None

    @property
    def unfilled(self) -> int:
        return self.places - len(self.elected)

    @property
    def is_waiting(self) -> bool:
        return self.level is not None and not self.level.is_done


def tally(
    slips: Sequence[Slips],
    places: int,
    *,
    rule: MajorityBallotRule = MajorityBallotRule.EXACT,
    eligible: frozenset[str] | None = None,
) -> Tallied:
    votes: Counter[str] = Counter()
    valid = blank = invalid = 0
    for alike in slips:
        if not alike.names:
            blank += alike.count
        elif _is_valid(alike.names, places, rule, eligible):
            valid += alike.count
            votes.update(dict.fromkeys(alike.names, alike.count))
        else:
            invalid += alike.count
    ranked = sorted(votes.items(), key=lambda each: (-each[1], each[0]))
    return Tallied(tuple(ranked), valid, blank, invalid)


def _is_valid(
    names: Sequence[str], places: int, rule: MajorityBallotRule, eligible: frozenset[str] | None
) -> bool:
    fits = len(names) == places if rule is MajorityBallotRule.EXACT else len(names) <= places
    known = eligible is None or eligible.issuperset(names)
    return fits and known and len(set(names)) == len(names)


def elect(counts: Sequence[tuple[str, int]], places: int, urn: Urn) -> Election:
    """By falling numbers, until the places are full or a lot must be drawn first."""
    made = Election(places)
    for votes in sorted({each for _, each in counts}, reverse=True):
        level = [person for person, each in counts if each == votes]
        if not made.unfilled:
            break
        if len(level) <= made.unfilled:
            _seat(made, level, votes, by_lot=False)
        else:
            made.level = _drawn(tuple(level), votes, made.unfilled, urn)
            _seat(made, made.level.drawn, votes, by_lot=True)
            break
    return made


def _drawn(tied: tuple[str, ...], votes: int, places: int, urn: Urn) -> Level:
    level = Level(votes, tied, places, ())
    while not level.is_done:
        winner = urn.draw(level.left)
        if winner is None:
            break
        level = Level(votes, tied, places, (*level.drawn, winner))
    return level


def _seat(made: Election, people: Iterable[str], votes: int, *, by_lot: bool) -> None:
    for person in people:
        made.elected.append(Elected(len(made.elected) + 1, person, votes, by_lot))
