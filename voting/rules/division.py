"""One division: open or secret, who is called when, and what it gives.

Kommunallagen 5 kap. 33, 52, 54–56 §§ (VOTE-2–5, ORDER-7, U7, U12).  Open except in elections and
employment; there an even vote goes to the lot, elsewhere to the chair's casting vote.  Where all
who are present must agree, one who abstains has not agreed.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from voting.rules.majority import Caution, Choice, Ground, Outcome, Required, State, Tally, outcome

P = TypeVar("P")


class Matter(StrEnum):
    ORDINARY = "ordinary"
    ELECTION = "election"
    EMPLOYMENT = "employment"


def is_open(matter: Matter) -> bool:
    """Is the division held openly, by name?  KL 5:54."""
    return matter is Matter.ORDINARY


def calling_order(members: Sequence[P], chair: P) -> list[P]:
    """The roll call: in list order, the chair last.  ORDER-7."""
    return [*(member for member in members if member != chair), chair]


def division_result(
    tally: Tally,
    *,
    matter: Matter = Matter.ORDINARY,
    all_present: bool = False,
    present: int | None = None,
    casting: Choice | None = None,
    lot: Choice | None = None,
    chair_vote: Choice | None = None,
) -> Outcome:
    """What the division gives.  `present` is needed where not all who are present answered."""
    _check(matter, casting, lot, all_present=all_present)
    if all_present:
        return outcome(tally, required=Required.ALL, present=present)
    if matter is Matter.ORDINARY:
        return outcome(tally, present=present, casting=casting, chair_vote=chair_vote)
    return _with_lot(outcome(tally, present=present), lot)


def _check(
    matter: Matter, casting: Choice | None, lot: Choice | None, *, all_present: bool
) -> None:
    if casting is not None and (all_present or matter is not Matter.ORDINARY):
        raise ValueError("Här finns ingen utslagsröst.")
    if lot is not None and (all_present or matter is Matter.ORDINARY):
        raise ValueError("Här avgör inte lotten.")
    if lot is Choice.ABSTAIN:
        raise ValueError("Lotten ger ja eller nej.")


def _with_lot(plain: Outcome, lot: Choice | None) -> Outcome:
    if plain.state is State.DECIDED:
        warnings = () if lot is None else (Caution.LOT_NOT_NEEDED,)
        return Outcome(plain.state, plain.result, plain.by, warnings=warnings)
    if lot is None:
        return Outcome(State.AWAIT_LOT, None, None)
    return Outcome(State.DECIDED, lot, Ground.LOT)
