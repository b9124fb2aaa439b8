"""Which substitute is called for a member of a committee that was elected proportionally.

Lag (2022:629) 22 § (LPV-11): from a group with the same designation, else from any; most votes
first, equal by lot; within the group the first who is free, in the order of its list.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from voting.rules.lots import Urn


class CommitteeStep(StrEnum):
    OWN_DESIGNATION = "OWN_DESIGNATION"
    OTHER_GROUP = "OTHER_GROUP"


@dataclass(frozen=True)
class Bench:
    """The substitutes elected for one group, in the order of its list."""

    number: int
    designation: str
    votes: int
    substitutes: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    """`tied`: the groups, by number, between which the lot must be drawn first."""

    called: str | None = None
    step: CommitteeStep | None = None
    group: int | None = None
    votes: int | None = None
    tied: tuple[int, ...] = ()


def call_for_committee(
    designation: str, benches: Sequence[Bench], taken: Collection[str], urn: Urn
) -> Call:
    """`taken`: those who are unavailable or serve already."""
    free = {
        bench: [person for person in bench.substitutes if person not in taken] for bench in benches
    }
    able = [bench for bench in benches if free[bench]]
    own = [bench for bench in able if bench.designation == designation]
    if not able:
        return Call()
    step = CommitteeStep.OWN_DESIGNATION if own else CommitteeStep.OTHER_GROUP
    most = max(bench.votes for bench in own or able)
    best = [bench for bench in own or able if bench.votes == most]
    tied = tuple(bench.number for bench in best)
    number = tied[0] if len(tied) == 1 else urn.draw(tied)
    if number is None:
        return Call(votes=most, tied=tied)
    return Call(free[best[tied.index(number)]][0], step, number)
