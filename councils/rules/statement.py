"""What a tillgänglighetsredogörelse must say before it is published.

Lag (2018:1937) om tillgänglighet till digital offentlig service, 13 §, and the authority's
regulations (MDFFS 2019:2): which service, how far it conforms, every shortcoming with its reason,
when and how it was assessed, how to report a fault, and where to turn if that does not help.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.words import Sentence


class Conformance(StrEnum):
    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True)
class Shortcoming:
    what: str
    why: str


@dataclass(frozen=True)
class Statement:
    """`undue_burden` and `exempt` may be empty: then nothing is claimed to be either."""

    body: str = ""
    service: str = ""
    conformance: str = ""
    shortcomings: tuple[Shortcoming, ...] = ()
    undue_burden: str = ""
    exempt: str = ""
    assessed_on: str = ""
    method: str = ""
    report_to: str = ""
    supervisor: str = ""
    updated_on: str = ""


WORDS = {
    "body": Sentence("Skriv vilken kommun eller region det gäller."),
    "service": Sentence("Skriv vilken tjänst det gäller."),
    "method": Sentence("Skriv hur tillgängligheten har testats."),
    "report_to": Sentence("Skriv hur man anmäler brister, till exempel en e-postadress."),
    "supervisor": Sentence("Skriv adressen till tillsynsmyndighetens sida för anmälan."),
}
_DAYS = {
    "assessed_on": (
        Sentence("Skriv dagen då tjänsten bedömdes."),
        Sentence("Dagen då tjänsten bedömdes har inte varit än."),
    ),
    "updated_on": (
        Sentence("Skriv dagen då tjänsten uppdaterades."),
        Sentence("Dagen då tjänsten uppdaterades har inte varit än."),
    ),
}


def missing(statement: Statement, today: date) -> Mapping[str, Sentence]:
    """What stands in the way of publishing, by part, in words for the one who fills it in."""
    faults = {name: words for name, words in WORDS.items() if not getattr(statement, name).strip()}
    if statement.conformance not in set(Conformance):
        faults["conformance"] = Sentence("Välj om tjänsten är helt, delvis eller inte förenlig.")
    faults |= _shortcomings(statement)
    for name, words in _DAYS.items():
        if fault := _day(getattr(statement, name), *words, today):
            faults[name] = fault
    return faults


def _shortcomings(statement: Statement) -> dict[str, Sentence]:
    if any(not (one.what.strip() and one.why.strip()) for one in statement.shortcomings):
        return {"shortcomings": Sentence("Varje brist behöver både en beskrivning och ett skäl.")}
    is_full = statement.conformance == Conformance.FULL
    if is_full and statement.shortcomings:
        return {"shortcomings": Sentence("En tjänst med brister är inte helt förenlig.")}
    if not is_full and not statement.shortcomings:
        return {"shortcomings": Sentence("Beskriv varje brist, och skälet till den.")}
    return {}


def _day(text: str, wanted: Sentence, ahead: Sentence, today: date) -> Sentence | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return wanted
    return ahead if day > today else None
