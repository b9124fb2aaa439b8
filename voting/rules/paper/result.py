"""Who is elected by the slips, as far as the lots that are drawn reach.

Lag (2022:629) 14–22 §§, kommunallagen 5 kap. 53–56 §§ (LPV-8–11, MAJ-2, MAJ-5).  A tie is never
broken here: the result says between whom to draw, and is counted again with what was drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from voting.rules import proportional
from voting.rules.lists import Group, Sorting
from voting.rules.lots import Drawn, Urn
from voting.rules.paper import counting
from voting.rules.paper.rulings import Ruled
from voting.rules.paper.sheet import Figures, Sheet
from voting.rules.persons import Elected, Election, Tallied, elect
from voting.rules.proportional import Allotment, Row, allot
from voting.rules.service import Service, ServiceOrder, service_order


class Stage(StrEnum):
    """What a lot decides: the last place, a round of a proportional election, or the order in
    which substitutes serve.
    """

    PERSONS = "persons"
    PLACES = "places"
    SERVICE = "service"


@dataclass(frozen=True)
class Tie:
    """`tied`: persons by name, groups by number as text.  `figure`: votes, or the quotient."""

    stage: Stage
    round: int | None
    figure: Fraction
    tied: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """`tallied` of persons, or `sorting` of groups with `rows` of the rounds; the other is None."""

    urn: counting.Urn
    elected: tuple[str, ...]
    unfilled: int
    next_tie: Tie | None
    tallied: Tallied | None = None
    seated: tuple[Elected, ...] = ()
    sorting: Sorting | None = None
    rows: tuple[Row, ...] = ()
    service: tuple[Service, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        return self.sorting.groups if self.sorting else ()


def count(
    sheet: Sheet,
    figures: Figures,
    ruled: Sequence[Ruled],
    drawn: Sequence[str] = (),
    *,
    substitutes: bool = False,
) -> Result:
    """`drawn`: the winners of the lots so far.  `substitutes` are also put in order of service.

    ValueError: a lot that fits no tie.
    """
    urn = counting.urn_of(sheet, figures, ruled)
    if not sheet.is_proportional:
        return _persons(urn, counting.votes_for_persons(sheet, figures, ruled), sheet, drawn)
    return _lists(urn, counting.groups(sheet, figures, ruled), sheet, drawn, substitutes)


def _persons(urn: counting.Urn, tallied: Tallied, sheet: Sheet, drawn: Sequence[str]) -> Result:
    lots = Urn(Drawn(drawn))
    made = elect(tallied.counts, sheet.places, lots)
    lots.close()
    elected = tuple(each.person for each in made.elected)
    waits = _waiting(made)
    return Result(urn, elected, made.unfilled, waits, tallied=tallied, seated=tuple(made.elected))


def _waiting(made: Election) -> Tie | None:
    if made.level is None or not made.is_waiting:
        return None
    return Tie(Stage.PERSONS, None, Fraction(made.level.votes), made.level.left)


def _lists(
    urn: counting.Urn, sorting: Sorting, sheet: Sheet, drawn: Sequence[str], substitutes: bool
) -> Result:
    lots = Urn(Drawn(tuple(int(each) for each in drawn)))
    made, service = allot(sorting.groups, sheet.places, lots), None
    if substitutes and sorting.groups and made.next_tie is None:
        service = service_order(sorting.groups, made, lots)
    lots.close()
    return Result(
        urn,
        tuple(made.elected),
        made.unfilled,
        _tie(made, service),
        sorting=sorting,
        rows=tuple(made.rows),
        service=(service and service.orders) or (),
    )


def _tie(made: Allotment, service: ServiceOrder | None) -> Tie | None:
    waits = made.next_tie or (service and service.next_tie)
    if not waits:
        return None
    service_stage = waits.stage is proportional.TieStage.SERVICE
    stage = Stage.SERVICE if service_stage else Stage.PLACES
    return Tie(stage, waits.round, waits.quotient, tuple(map(str, waits.tied)))
