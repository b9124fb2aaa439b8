"""Who took part in a decision, and who may enter a reservation.

Kommunallagen 4 kap. 25, 27 §§ (VOTE-8, VOTE-9, RES-1).  Three things are kept apart: one abstains
(takes part, votes neither way), one does not take part (declared before the question is put), one
is absent.  Only one who took part may reserve, before the meeting closes.
"""

from enum import StrEnum

from core.words import Sentence
from voting.rules.majority import Choice


class Standing(StrEnum):
    """Where a seat stands in one decision.  `label` is the word on screen and in the minutes."""

    YES = "yes"
    NO = "no"
    ABSTAINS = "abstains"
    TAKES_PART = "takes_part"  # in an acclamation
    DID_NOT_ANSWER = "did_not_answer"  # present in a division, no answer when it closed
    NOT_TAKING_PART = "not_taking_part"
    RECUSED = "recused"
    ABSENT = "absent"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def took_part(self) -> bool:
        return self in _PARTICIPANTS


class StatementRefusal(StrEnum):
    NOT_PARTICIPANT = "NOT_PARTICIPANT"
    TOO_LATE = "TOO_LATE"
    QUESTION_PUT = "QUESTION_PUT"

    @property
    def text(self) -> Sentence:
        return _REFUSALS[self]


_LABELS = {
    Standing.YES: "Ja",
    Standing.NO: "Nej",
    Standing.ABSTAINS: "Avstår",
    Standing.TAKES_PART: "Deltar",
    Standing.DID_NOT_ANSWER: "Svarade inte",
    Standing.NOT_TAKING_PART: "Deltar inte",
    Standing.RECUSED: "Jävig",
    Standing.ABSENT: "Frånvarande",
}
_PARTICIPANTS = {Standing.YES, Standing.NO, Standing.ABSTAINS, Standing.TAKES_PART}
_ANSWERS = {
    Choice.YES: Standing.YES,
    Choice.NO: Standing.NO,
    Choice.ABSTAIN: Standing.ABSTAINS,
}
_REFUSALS = {
    StatementRefusal.NOT_PARTICIPANT: Sentence(
        "Bara den som deltog i beslutet får reservera sig (4 kap. 27 §)."
    ),
    StatementRefusal.TOO_LATE: Sentence(
        "Sammanträdet är avslutat. En reservation anmäls innan dess (4 kap. 27 §)."
    ),
    StatementRefusal.QUESTION_PUT: Sentence(
        "Frågan är redan ställd. Du räknas som deltagande i beslutet."
    ),
}


def in_division(
    choice: Choice | None, *, present: bool, recused: bool = False, declared_out: bool = False
) -> Standing:
    """The seat in a division's list.  VOTE-8, VOTE-10."""
    if not present or recused or declared_out:
        return _outside(recused=recused, declared_out=declared_out)
    return Standing.DID_NOT_ANSWER if choice is None else _ANSWERS[choice]


def in_acclamation(*, present: bool, recused: bool = False, declared_out: bool = False) -> Standing:
    """Whoever is present and has not declared otherwise has taken part.  VOTE-9."""
    if not present or recused or declared_out:
        return _outside(recused=recused, declared_out=declared_out)
    return Standing.TAKES_PART


def may_declare_out(*, question_put: bool) -> StatementRefusal | None:
    """Not taking part is said before the question is put.  VOTE-9."""
    return StatementRefusal.QUESTION_PUT if question_put else None


def may_reserve(standing: Standing, *, meeting_closed: bool) -> StatementRefusal | None:
    """May the member enter a reservation against the decision?  KL 4:27, RES-1."""
    if not standing.took_part:
        return StatementRefusal.NOT_PARTICIPANT
    return StatementRefusal.TOO_LATE if meeting_closed else None


def _outside(*, recused: bool, declared_out: bool) -> Standing:
    if recused:
        return Standing.RECUSED
    return Standing.NOT_TAKING_PART if declared_out else Standing.ABSENT
