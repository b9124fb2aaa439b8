"""Asking to take part at a distance: in time, with a reason, and what the answer allows.

Kommunallagen 5 kap. 16 and 72 §§ (REM-1): the rules of procedure say to what extent.  Who asks too
late is heard all the same; it is said, and the one who decides may refuse.
"""

from datetime import date
from enum import StrEnum

from core.words import Sentence
from councils.rules.procedure import Procedure, RemoteDecider
from meetings.rules.remote import request_by


class Answer(StrEnum):
    GRANTED = "granted"
    REFUSED = "refused"


class Standing(StrEnum):
    """How far one person's request has come."""

    NOT_NEEDED = "not_needed"
    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"

    @property
    def may_check_in(self) -> bool:
        return self in (Standing.NOT_NEEDED, Standing.GRANTED)

    @property
    def refusal(self) -> Sentence:
        """What is said to whoever may not decide; `name` is filled in."""
        return _REFUSALS[self]

    @property
    def question(self) -> Sentence:
        """What is asked of whoever decides, in the moment."""
        return _QUESTIONS[self]


class RequestFault(StrEnum):
    """What is wrong with a request or with an answer to one."""

    REASON_MISSING = "REASON_MISSING"
    NOT_ASKED_FOR = "NOT_ASKED_FOR"
    WHY_MISSING = "WHY_MISSING"

    @property
    def text(self) -> Sentence:
        return _FAULTS[self]


_REFUSALS = {
    Standing.NOT_ASKED: Sentence(
        "{name} har inte begärt att delta på distans. Delta i salen, eller be ordföranden "
        "medge det nu."
    ),
    Standing.WAITING: Sentence(
        "Begäran om distans från {name} är inte besvarad. Be ordföranden svara nu."
    ),
    Standing.REFUSED: Sentence("Begäran om distans från {name} har fått nej. Delta i salen."),
}
_QUESTIONS = {
    Standing.NOT_ASKED: Sentence("{name} har inte begärt att delta på distans. Medger du det nu?"),
    Standing.WAITING: Sentence("{name} väntar på svar om distans. Medger du det nu?"),
    Standing.REFUSED: Sentence("Begäran om distans från {name} har fått nej. Medger du det ändå?"),
}
_FAULTS = {
    RequestFault.REASON_MISSING: Sentence("Skriv varför du behöver delta på distans."),
    RequestFault.NOT_ASKED_FOR: Sentence("Här behövs ingen begäran för att delta på distans."),
    RequestFault.WHY_MISSING: Sentence("Skriv varför du säger nej."),
}


def standing(procedure: Procedure, *, asked: bool, answer: Answer | None) -> Standing:
    """Where a request stands, if the council's rules ask for one.  KL 5:72."""
    if not procedure.remote_needs_request:
        return Standing.NOT_NEEDED
    if answer is not None:
        return Standing(answer.value)
    return Standing.WAITING if asked else Standing.NOT_ASKED


def is_late(asked: date, meeting: date, procedure: Procedure) -> bool:
    """After the last day to ask: it may still be granted.  KL 5:72."""
    return asked > request_by(meeting, procedure)


def request_fault(procedure: Procedure, reason: str) -> RequestFault | None:
    """What stands in the way of handing in the request.  KL 5:72."""
    if not procedure.remote_needs_request:
        return RequestFault.NOT_ASKED_FOR
    if procedure.remote_reasons_required and not reason.strip():
        return RequestFault.REASON_MISSING
    return None


def answer_fault(answer: Answer, why: str) -> RequestFault | None:
    """A no is always given with its reason.  KL 5:72."""
    return RequestFault.WHY_MISSING if answer is Answer.REFUSED and not why.strip() else None


def decides(procedure: Procedure, *, leads: bool, in_presidium: bool) -> bool:
    """The chair, or anyone of the presidium where the council says so.  KL 5:72."""
    shared = procedure.remote_decided_by is RemoteDecider.PRESIDIUM
    return leads or (in_presidium and shared)
