"""Approving the minutes (justering).

Kommunallagen 5 kap. 69 § (MIN-3, SIGN-1): no later than fourteen days after the meeting, in the way
the council has decided: by the chair and the verifiers it has chosen, each for the very same text.
An item may be approved at once, in the meeting.
"""

from collections.abc import Sequence
from enum import StrEnum

from core.words import Sentence


class VersionState(StrEnum):
    WAITING = "waiting"  # for those who are to approve it
    RETURNED = "returned"
    APPROVED = "approved"


def why_not_chosen(chosen: Sequence[int], presiding: int | None, needed: int) -> Sentence | None:
    """So many different members, and the chair is not one of them: she approves anyway.  KL 5:69"""
    if len(set(chosen)) != len(chosen):
        return Sentence("Samma ledamot är vald två gånger.")
    if presiding in chosen:
        return Sentence("Ordföranden justerar ändå. Välj en annan ledamot.")
    if len(chosen) != needed:
        return Sentence("Antalet justerare ska vara {needed}.", needed=needed)
    return None


def approved_on(days: Sequence[str | None]) -> str | None:
    """The day of the last answer, once everybody has approved.  KL 5:69, 8:12."""
    given = [day for day in days if day is not None]
    return max(given) if given and len(given) == len(days) else None
