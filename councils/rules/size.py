"""How many seats a council has: an odd number, at least the minimum for its electors, no maximum.

Kommunallagen 5 kap. 5 § (SIZE-1) and 5 kap. 7 § (SIZE-2).  And how many substitutes a party's
seats may give: at most half of them, 5 kap. 8 § (SUB-1).
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Body(StrEnum):
    MUNICIPALITY = "municipality"
    REGION = "region"


class SizeFault(StrEnum):
    EVEN = "EVEN"
    BELOW_MINIMUM = "BELOW_MINIMUM"


@dataclass(frozen=True)
class CouncilSize:
    """`faults` is empty for a lawful number, and where no number was given."""

    minimum: int
    faults: tuple[SizeFault, ...] = ()


@dataclass(frozen=True)
class Surplus:
    """A party with more substitutes than `most`, half of its `seats` rounded up."""

    party: str
    seats: int
    substitutes: int
    most: int


@dataclass(frozen=True)
class _Ladder:
    """`minimums[i]` applies up to and including `electors[i]`, the last one above them all."""

    electors: tuple[int, ...]
    minimums: tuple[int, ...]

    def minimum(self, electors: int) -> int:
        return self.minimums[bisect_left(self.electors, electors)]


_LADDERS = {
    Body.MUNICIPALITY: _Ladder((8_000, 16_000, 24_000, 36_000, 600_000), (21, 31, 41, 51, 61, 101)),
    Body.REGION: _Ladder((140_000, 200_000, 300_000), (31, 51, 71, 101)),
}


def council_size(body: Body, electors: int, seats: int | None = None) -> CouncilSize:
    """The least lawful number of seats, and what is wrong with `seats`.  KL 5:5."""
    if electors < 0 or (seats is not None and seats < 1):
        raise ValueError("Antalet röstberättigade och platser kan inte vara negativt.")
    minimum = _LADDERS[body].minimum(electors)
    if seats is None:
        return CouncilSize(minimum)
    faults = {SizeFault.EVEN: seats % 2 == 0, SizeFault.BELOW_MINIMUM: seats < minimum}
    return CouncilSize(minimum, tuple(fault for fault, holds in faults.items() if holds))


def most_substitutes(party_seats: int) -> int:
    """Half of the party's seats, rounded up: warn above it, never compute.  KL 5:8, U3."""
    return (party_seats + 1) // 2


def too_many_substitutes(
    seats: Mapping[str, int], substitutes: Mapping[str, int]
) -> tuple[Surplus, ...]:
    """The parties to warn of, by their letters.  A warning, never a refusal.  KL 5:8, U3."""
    counts = [(party, seats.get(party, 0), count) for party, count in sorted(substitutes.items())]
    surplus = [Surplus(*count, most_substitutes(count[1])) for count in counts]
    return tuple(one for one in surplus if one.substitutes > one.most)


def changed_size_in_time(decided: date, election: date) -> bool:
    """Was a new number decided before the end of February of the election year?  KL 5:7."""
    return decided < date(election.year, 3, 1)


ELECTION, TERM = 2026, 4  # an election year, and how many years there are between two


def is_election_year(year: int) -> bool:
    """Every fourth year: 2026, 2030, 2034.  KL 5:9."""
    return (year - ELECTION) % TERM == 0


def next_elections(after: date, count: int = 2) -> tuple[int, ...]:
    """The years of the general elections whose terms have not begun.  KL 5:9."""
    years = range(after.year, after.year + TERM * (count + 1))
    ahead = [year for year in years if is_election_year(year) and term_begins(year) > after]
    return tuple(ahead[:count])


def term_begins(election: int) -> date:
    """15 October of the election year.  KL 5:9."""
    return date(election, 10, 15)


def applies_from(decided: date, election: int) -> date | None:
    """The first day of the term that the new number is for; None if decided too late.  KL 5:7."""
    begins = term_begins(election)
    return begins if changed_size_in_time(decided, begins) else None
