"""Who gets the places in a proportional election: the highest quotient, one place at a time.

Lag (2022:629) 16–21 §§ (LPV-9, LPV-10).  Exact fractions, never floating point.  A group's number
of votes is divided by its places plus one; a place given to somebody who sits for several groups
counts for each of them by its share.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from voting.rules.lists import Group
from voting.rules.lots import Urn


class TieStage(StrEnum):
    PLACES = "places"
    SERVICE = "service"


@dataclass(frozen=True)
class Tie:
    """Groups, by number, that stand equal.  `winner` None: the lot has not been drawn."""

    stage: TieStage
    round: int | None
    quotient: Fraction
    tied: tuple[int, ...]
    winner: int | None


@dataclass(frozen=True)
class Row:
    """One round.  `place` is None when the person already had one (LPV 19)."""

    round: int
    place: int | None
    person: str
    group: int
    quotient: Fraction
    by_lot: bool


@dataclass
class Allotment:
    places: int
    rows: list[Row] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    next_tie: Tie | None = None

    @property
    def elected(self) -> list[str]:
        """In the order of their places."""
        return [row.person for row in self.rows if row.place is not None]

    @property
    def unfilled(self) -> int:
        return self.places - len(self.elected)

    def people_of(self, group: Group) -> list[str]:
        """Who has got a place from the group, in the order of its list."""
        return [row.person for row in self.rows if row.group == group.number]


def allot(groups: Sequence[Group], places: int, urn: Urn) -> Allotment:
    """Until the places are full, no list has a name left, or a lot must be drawn first."""
    made = Allotment(places)
    while made.unfilled and made.next_tie is None and _with_names_left(groups, made):
        _next_round(groups, made, urn)
    return made


def _next_round(groups: Sequence[Group], made: Allotment, urn: Urn) -> None:
    quotients = {group: quotient(group, made) for group in _with_names_left(groups, made)}
    highest = max(quotients.values())
    best = [group for group, value in quotients.items() if value == highest]
    winner = best[0] if len(best) == 1 else _by_lot(best, highest, made, urn)
    if winner is None:
        return
    person = winner.names[len(made.people_of(winner))]
    place = None if person in made.elected else len(made.elected) + 1
    number = len(made.rows) + 1
    made.rows.append(Row(number, place, person, winner.number, highest, len(best) > 1))


def quotient(group: Group, made: Allotment) -> Fraction:
    """LPV 18.  The shares are made anew each round: another group may have given the same place."""
    return group.votes / (
        1 + sum((_share(each, made) for each in made.people_of(group)), start=Fraction())
    )


def _share(person: str, made: Allotment) -> Fraction:
    return Fraction(1, sum(row.person == person for row in made.rows))


def _with_names_left(groups: Sequence[Group], made: Allotment) -> list[Group]:
    """LPV 20: an empty list never gets a place."""
    return [group for group in groups if len(made.people_of(group)) < len(group.names)]


def _by_lot(best: list[Group], highest: Fraction, made: Allotment, urn: Urn) -> Group | None:
    tied = tuple(group.number for group in best)
    drawn = urn.draw(tied)
    tie = Tie(TieStage.PLACES, len(made.rows) + 1, highest, tied, drawn)
    if drawn is None:
        made.next_tie = tie
        return None
    made.ties.append(tie)
    return best[tied.index(drawn)]
