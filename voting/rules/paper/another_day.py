"""When the count is put off to another day: what is announced, who watches, and the seal.

Lag (2022:629) 11–13 §§ (LPV-7).  Time and place are announced at once, the urn is sealed before at
least two witnesses besides those who count, and the seal is looked at before the urn is opened.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from core.words import Sentence

WITNESSES = 2


@dataclass(frozen=True)
class PutOff:
    """`at` and `place`: of the count, as announced.  `counting`: the officer and the tellers."""

    at: datetime
    place: str
    witnesses: tuple[str, ...]
    counting: Collection[str]
    is_sealed: bool


def fault_in(told: PutOff, now: datetime) -> Sentence | None:
    """Why it may not be put off like this; None when it may."""
    if told.at <= now:
        return Sentence("Räkningen ska vara senare än nu.")
    if not told.place:
        return Sentence("Skriv var räkningen fortsätter (11 § lagen 2022:629).")
    others = {name.casefold() for name in told.witnesses} - {
        name.casefold() for name in told.counting
    }
    if len(others) < WITNESSES:
        return Sentence(
            "Minst två vittnen utöver valförrättaren och rösträknarna (12 § lagen 2022:629)."
        )
    if not told.is_sealed:
        return Sentence("Urnan ska förseglas inför vittnena (12 § lagen 2022:629).")
    return None
