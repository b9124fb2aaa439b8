"""In what order questions are put, and what a division gives (KL 5:53–56)."""

from enum import StrEnum
from typing import ClassVar, Literal

import msgspec

from voting.rules import order
from voting.rules.division import Matter
from voting.rules.division import division_result as result_of
from voting.rules.majority import Choice, Tally
from web.counting.fields import BadCaseError, Case, Name, Natural, Plain


class Side(StrEnum):
    YES = "yes"
    NO = "no"


class Counted(Case, frozen=True):
    yes: Natural
    no: Natural
    abstain: Natural = 0

    def tally(self) -> Tally:
        return Tally(self.yes, self.no, self.abstain)


class Division(Case, frozen=True):
    """Held, or found by acclamation."""

    yes: Name
    no: Name
    tally: Counted | msgspec.UnsetType = msgspec.UNSET
    casting: Side | msgspec.UnsetType | None = msgspec.UNSET
    acclaimed: Side | msgspec.UnsetType = msgspec.UNSET

    def answer(self) -> order.Answer[str]:
        if self.acclaimed is not msgspec.UNSET and self.casting is not msgspec.UNSET:
            raise BadCaseError("vid acklamation finns ingen utslagsröst (casting)", "divisions")
        tally = self.tally.tally() if isinstance(self.tally, Counted) else None
        casting = Choice(self.casting) if isinstance(self.casting, Side) else None
        acclaimed = Choice(self.acclaimed) if isinstance(self.acclaimed, Side) else None
        return order.Answer(self.yes, self.no, tally, casting, acclaimed)


class OrderOfQuestions(Case, frozen=True):
    concerns: ClassVar[str] = "order, divisions"
    order: list[Name]
    divisions: tuple[Division, ...] = ()


def order_of_questions(given: OrderOfQuestions) -> Plain:
    found = order.order_of_questions(given.order, [each.answer() for each in given.divisions])
    return {
        "status": found.status,
        "winner": found.winner,
        "log": [_row(row) for row in found.log],
        "next": found.next and vars(found.next),
        "max_divisions": found.max_divisions,
    }


def _row(row: order.LogRow[str]) -> Plain:
    told = {**vars(row.pair), "tally": row.tally and vars(row.tally)}
    return {**told, "by": row.by, "result": row.result}


class DivisionResult(Case, frozen=True):
    concerns: ClassVar[str] = "tally, present, casting, lot"
    tally: Counted
    matter: Matter = Matter.ORDINARY
    required: Literal["simple", "all_present"] = "simple"
    present: Natural | None = None
    casting: Side | None = None
    lot: Side | None = None
    chair_vote: Choice | None = None


def division_result(given: DivisionResult) -> Plain:
    found = result_of(
        given.tally.tally(),
        matter=given.matter,
        all_present=given.required == "all_present",
        present=given.present,
        casting=_choice(given.casting),
        lot=_choice(given.lot),
        chair_vote=given.chair_vote,
    )
    told = {"state": found.state, "result": found.result, "by": found.by}
    return {**told, "warnings": list(found.warnings)}


def _choice(side: Side | None) -> Choice | None:
    return None if side is None else Choice(side.value)
