"""What is written about an item on the agenda, and what must be mended before it can stand there.

Kommunallagen 5 kap. 13 § (NOTICE-1): the notice names every item, so none is without a title.
5 kap. 26–29 §§ (PREP-1): an item is prepared by a committee before the council decides; elections,
resignations and what decides nothing need no preparation.
"""

from dataclasses import dataclass
from enum import StrEnum

from agenda.rules.kinds import ItemKind
from core.words import Sentence

LONGEST_TITLE = 300
LONGEST_LINE = 200
LONGEST_DRAFT = 8000
LONGEST_ITEM = 24 * 60  # minutes
_PREPARED = (ItemKind.DECISION, ItemKind.PRIVATE_MEMBERS_MOTION, ItemKind.CITIZENS_PROPOSAL)


class OnTheWeb(StrEnum):
    """What is on the municipality's web site from the day of the notice.  KL 8:14–16 a, DOCS-1."""

    BUDGET = "budget"
    ANNUAL_REPORT = "annual_report"
    AUDIT = "audit"


@dataclass(frozen=True)
class Wording:
    """Everything a clerk writes about one item.

    `number` is only given when it is printed elsewhere already, as in an imported agenda; else
    numbers follow one after the other.  Not `numbered`: a pause, a point of order.
    """

    title: str
    kind: ItemKind = ItemKind.DECISION
    numbered: bool = True
    number: int | None = None
    proposer: str | None = None
    proposer_id: int | None = None
    draft: str | None = None
    case_number: str | None = None
    prepared_by: str | None = None
    minutes_planned: int | None = None
    closed_doors: bool = False
    on_the_web: str | None = None


def faults(wording: Wording) -> dict[str, Sentence]:
    """What is wrong, by field, and how to mend it.  KL 5:13."""
    found = dict[str, Sentence]()
    if not wording.title.strip():
        found["title"] = Sentence("Skriv en rubrik, så som den ska stå i kungörelsen.")
    for field, longest in _LONGEST.items():
        if len(getattr(wording, field) or "") > longest:
            found[field] = Sentence(
                "Texten är för lång. Skriv högst {longest} tecken.", longest=longest
            )
    if not 0 <= (wording.minutes_planned or 0) <= LONGEST_ITEM:
        found["minutes_planned"] = Sentence(
            "Ange minuter från 0 till {longest}.", longest=LONGEST_ITEM
        )
    if wording.number is not None and wording.number < 1:
        found["number"] = Sentence("Ange ett nummer från 1 och uppåt.")
    if wording.on_the_web is not None and wording.on_the_web not in set(OnTheWeb):
        found["on_the_web"] = Sentence("Välj budget, årsredovisning eller revisionsberättelse.")
    if wording.on_the_web is not None and wording.closed_doors:
        found["on_the_web"] = Sentence("Det som ska finnas på webben kan inte vara stängt.")
    return found


def needs_preparation(kind: ItemKind) -> bool:
    """Must a committee have prepared the item before the council decides it?  KL 5:26–29."""
    return kind in _PREPARED


def needs_announcement(kind: ItemKind) -> bool:
    """Must the item have stood in the notice to be decided?  KL 5:52.

    What decides nothing need not: information, notices, formalities.  Nor do interpellations and
    questions, in which the council only says whether they may be put (5:59–64).
    """
    return kind in _PREPARED or kind is ItemKind.ELECTION


def expects_documents(kind: ItemKind) -> bool:
    """Is an item of this kind sent out with documents?"""
    return kind in _PREPARED or kind in (ItemKind.INTERPELLATION, ItemKind.QUESTION)


_LONGEST = {
    "title": LONGEST_TITLE,
    "proposer": LONGEST_LINE,
    "case_number": LONGEST_LINE,
    "prepared_by": LONGEST_LINE,
    "draft": LONGEST_DRAFT,
}
