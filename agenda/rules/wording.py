"""What is written about an item on the agenda, and what must be mended before it can stand there.

Kommunallagen 5 kap. 13 § (NOTICE-1): the notice names every item, so none is without a title.
5 kap. 26–29 §§ (PREP-1): an item is prepared by a committee before the council decides; elections,
resignations and what decides nothing need no preparation.  8 kap. 2 § (REF-1): a popular
initiative has a tenth of the electors behind it.
"""

from dataclasses import dataclass
from enum import StrEnum

from agenda.rules.kinds import ItemKind
from agenda.rules.special import SpecialMatter, signatures_needed
from core.words import Sentence

LONGEST_TITLE = 300
LONGEST_LINE = 200
LONGEST_DRAFT = 8000
LONGEST_ITEM = 24 * 60  # minutes
_MATTERS = (ItemKind.DECISION, ItemKind.PRIVATE_MEMBERS_MOTION, ItemKind.CITIZENS_PROPOSAL)
_PREPARED = (*_MATTERS, ItemKind.EMPLOYMENT)


class OnTheWeb(StrEnum):
    """What is on the municipality's web site from the day of the notice.  KL 8:14–16 a, DOCS-1."""

    BUDGET = "budget"
    ANNUAL_REPORT = "annual_report"
    AUDIT = "audit"


@dataclass(frozen=True)
class Wording:
    """Everything a clerk writes about one item.

    `number` is only given when it is printed elsewhere already, as in an imported agenda; else
    numbers follow one after the other.  Not `numbered`: a pause, a point of order.  `special` and
    what follows it are described at the item.
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
    special: str | None = None
    first_meeting: str | None = None
    electors: int | None = None
    signatures: int | None = None
    submitted_on: str | None = None


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
    return found | _special_faults(wording)


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


def _special_faults(wording: Wording) -> dict[str, Sentence]:
    """KL 5:10, 5:37, 5:58, 8:2."""
    if wording.special is None:
        return {}
    if wording.special not in set(SpecialMatter):
        return {"special": Sentence("Välj extra val, folkinitiativ eller ny nämnd.")}
    if wording.kind not in _SPECIAL[SpecialMatter(wording.special)]:
        return {"special": Sentence("Det ärendet avgörs inte med två tredjedelar. Ändra typen.")}
    if wording.special == SpecialMatter.POPULAR_INITIATIVE:
        return _initiative_faults(wording.electors, wording.signatures)
    return {}


def _initiative_faults(electors: int | None, signatures: int | None) -> dict[str, Sentence]:
    """With too few signatures it is no popular initiative.  KL 8:2."""
    if electors is not None and electors < 1:
        return {"electors": Sentence("Ange hur många som är röstberättigade.")}
    if electors is None or signatures is None:
        return {}
    if signatures > electors:
        return {"signatures": Sentence("Underskrifterna kan inte vara fler än de röstberättigade.")}
    if signatures < (needed := signatures_needed(electors)):
        return {
            "signatures": Sentence(
                "Det räcker inte: ett folkinitiativ har minst {needed} underskrifter (8 kap. 2 §).",
                needed=needed,
            )
        }
    return {}


_SPECIAL = {
    SpecialMatter.EXTRA_ELECTION: _MATTERS,
    SpecialMatter.POPULAR_INITIATIVE: (ItemKind.DECISION,),
    SpecialMatter.NONPARTISAN_COMMITTEE: _MATTERS,
}
_LONGEST = {
    "title": LONGEST_TITLE,
    "proposer": LONGEST_LINE,
    "case_number": LONGEST_LINE,
    "prepared_by": LONGEST_LINE,
    "draft": LONGEST_DRAFT,
}
