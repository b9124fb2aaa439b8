"""In which order the substitutes of a proportional election are called.

Lag (2022:629) 22 § (LPV-11, U20): from a group with the same designation, then from the group with
most votes, then the next; within a group in the order of its list.  Somebody seated for several
groups belongs to the first that gave the place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from voting.rules.lists import Group
from voting.rules.lots import Urn
from voting.rules.proportional import Allotment, Tie, TieStage


@dataclass(frozen=True)
class Service:
    """`designation` None: for members of any other designation."""

    designation: str | None
    order: tuple[str, ...]


@dataclass(frozen=True)
class ServiceOrder:
    """`orders` is None while `next_tie` waits for the lot."""

    orders: tuple[Service, ...] | None
    ties: tuple[Tie, ...]
    next_tie: Tie | None


def service_order(groups: Sequence[Group], made: Allotment, urn: Urn) -> ServiceOrder:
    ties: list[Tie] = []
    ranked: list[Group] = []
    seated = [group for group in groups if made.people_of(group)]
    for votes in sorted({group.votes for group in seated}, reverse=True):
        level = [group for group in seated if group.votes == votes]
        while len(level) > 1:
            tied = tuple(group.number for group in level)
            tie = Tie(TieStage.SERVICE, None, Fraction(votes), tied, urn.draw(tied))
            if tie.winner is None:
                return ServiceOrder(None, tuple(ties), tie)
            ties.append(tie)
            ranked.append(level.pop(tied.index(tie.winner)))
        ranked += level
    return ServiceOrder(tuple(_orders(groups, ranked, made)), tuple(ties), None)


def _orders(groups: Sequence[Group], ranked: Sequence[Group], made: Allotment) -> list[Service]:
    designations = dict.fromkeys(group.designation for group in groups)
    return [
        *(Service(each, _people(_own_first(each, ranked), made)) for each in designations),
        Service(None, _people(ranked, made)),
    ]


def _own_first(designation: str, ranked: Sequence[Group]) -> list[Group]:
    return sorted(ranked, key=lambda group: group.designation != designation)


def _people(ranked: Iterable[Group], made: Allotment) -> tuple[str, ...]:
    first = {row.person: row.group for row in reversed(made.rows)}
    return tuple(
        person
        for group in ranked
        for person in made.people_of(group)
        if first[person] == group.number
    )
