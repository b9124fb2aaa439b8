"""In which order the voters are called to the urn: as they sit, whoever presides last.

Practice for closed ballots, as for a roll call (ORDER-7; PROTOCOL 24.2).  Only those in the hall
put a slip in the urn; a member at a distance is present and abstains (KL 4:25).
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Voter:
    seat: int
    person_id: int
    name: str
    party: str | None


def called(voters: Sequence[Voter], chair_id: int | None) -> tuple[Voter, ...]:
    return tuple(sorted(voters, key=lambda voter: (voter.person_id == chair_id, voter.seat)))
