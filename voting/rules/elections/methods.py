"""How an election may be held: by voice, on paper, or as the council has decided beforehand.

Kommunallagen 5 kap. 54 and 72 §§, lag (2022:629) (MAJ-1, SB-11, SB-12, U10).  Paper is always
possible.  What the council has not adopted, with a day and a paragraph, cannot be chosen.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.words import Sentence
from councils.rules.procedure import ElectionMethod, Procedure

BUILT = frozenset({ElectionMethod.ACCLAMATION, ElectionMethod.PAPER, ElectionMethod.DIGITAL_SECRET})


class MethodRefusal(StrEnum):
    """Why a method cannot be chosen.  `text` is what the chair is told."""

    ON_BALLOTS = "ON_BALLOTS"
    NOT_IN_THE_RULES = "NOT_IN_THE_RULES"
    NOT_DECIDED = "NOT_DECIDED"
    WARNING = "WARNING"
    NOT_BUILT = "NOT_BUILT"

    @property
    def text(self) -> Sentence:
        return _REFUSALS[self]


@dataclass(frozen=True)
class Asked:
    """The election that a method is chosen for.

    `is_on_ballots`: somebody has asked for a division.  `is_warned`: the chair has accepted, by
    name and time, that no court has tried digital ballots in a proportional election (U10).
    """

    is_proportional: bool = False
    is_on_ballots: bool = True
    is_warned: bool = False


def refusal(
    method: ElectionMethod, asked: Asked, procedure: Procedure, on: date
) -> MethodRefusal | None:
    """None where the method may be used on that day.  KL 5:54, 5:72; LPV 5; SB-11, U10."""
    if method is ElectionMethod.PAPER:
        return None
    if method is ElectionMethod.ACCLAMATION:
        by_voice = not (asked.is_proportional or asked.is_on_ballots)
        return None if by_voice else MethodRefusal.ON_BALLOTS
    if method not in BUILT:
        return MethodRefusal.NOT_BUILT
    if method not in procedure.election_methods:
        return MethodRefusal.NOT_IN_THE_RULES
    if not is_adopted(procedure, on):
        return MethodRefusal.NOT_DECIDED
    return _proportional(method, asked)


def is_adopted(procedure: Procedure, on: date) -> bool:
    """The council's decision on digital ballots is entered and was made by that day.  SB-11."""
    decided = procedure.digital_ballot_decided_on
    return decided is not None and decided <= on and bool(procedure.digital_ballot_decision)


def _proportional(method: ElectionMethod, asked: Asked) -> MethodRefusal | None:
    digital = method is ElectionMethod.DIGITAL_SECRET
    if digital and asked.is_proportional and not asked.is_warned:
        return MethodRefusal.WARNING
    return None


_REFUSALS = {
    MethodRefusal.ON_BALLOTS: Sentence(
        "Valet hålls med valsedlar: det är proportionellt, eller votering är begärd (5 kap. 54 §)."
    ),
    MethodRefusal.NOT_IN_THE_RULES: Sentence("Valsättet finns inte i arbetsordningen."),
    MethodRefusal.NOT_DECIDED: Sentence(
        "Fullmäktige har inte beslutat om digitala val. Dag och paragraf ska stå i arbetsordningen."
    ),
    MethodRefusal.WARNING: Sentence(
        "Lagen om proportionella val talar om sedlar, och ingen domstol har prövat digitala. "
        "Godkänn att valet ändå hålls digitalt."
    ),
    MethodRefusal.NOT_BUILT: Sentence(
        "Klubba håller inte val på det sättet än. Välj valsedlar på papper."
    ),
}
