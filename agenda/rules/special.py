"""The three matters in which two thirds of those present decide, and what the council then answers.

Kommunallagen 5 kap. 10, 50 §§ (EXTRA-1): an extra election.  8 kap. 2 §, 5:37 (REF-1): a popular
initiative, which is only stopped by two thirds against.  5:58 last paragraph (VOTE-5): a committee
under 6:2 p. 2 that is elected without regard to LPV.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.calendar import same_date_in_months

_SHARE = 10  # one elector in ten
_MONTHS = 6
_ELECTION_YEAR, _TERM = 2026, 4
_FIRST_DAY = (10, 15)


class SpecialMatter(StrEnum):
    """`label` is the word on screen."""

    EXTRA_ELECTION = "extra_election"
    POPULAR_INITIATIVE = "popular_initiative"
    NONPARTISAN_COMMITTEE = "nonpartisan_committee"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def is_whole_item(self) -> bool:
        """The item is this one question: yes or no.  A committee is set up beside it."""
        return self is not SpecialMatter.NONPARTISAN_COMMITTEE


@dataclass(frozen=True)
class Asked:
    """The question, and what yes and no mean: the law's own, never worded otherwise."""

    question: str
    yes: str
    no: str


def asked(matter: SpecialMatter) -> Asked:
    """What the council answers.  KL 5:10, 5:37, 5:58."""
    return _ASKED[matter]


def signatures_needed(electors: int) -> int:
    """At least a tenth of the electors: 20 001 → 2 001.  KL 8:2."""
    if electors < 1:
        raise ValueError("Antalet röstberättigade är minst ett.")
    return -(-electors // _SHARE)


def signatures_count_from(submitted: date) -> date:
    """Only what was signed in the six months before counts: same date number.  KL 8:2."""
    return same_date_in_months(submitted, -_MONTHS)


def term_begins(day: date) -> date:
    """15 October of the latest election year, four years apart.  KL 5:9."""
    year = day.year - (day.year - _ELECTION_YEAR) % _TERM
    start = date(year, *_FIRST_DAY)
    return start if start <= day else date(year - _TERM, *_FIRST_DAY)


def seems_special(title: str) -> SpecialMatter | None:
    """What the heading hints at, so that nobody forgets to say so.  KL 5:10, 8:2."""
    words = title.casefold()
    return next((matter for hint, matter in _HINTS.items() if hint in words), None)


def names_same_committee(title: str, other: str) -> bool:
    """Do two headings tell of one committee?  "Val till arenanämnden", "En ny arenanämnd"."""
    return not _committees(title).isdisjoint(_committees(other))


def _committees(title: str) -> set[str]:
    return set(_COMMITTEE.findall(title.casefold()))


_COMMITTEE = re.compile(r"\b(\w{2,}(?:nämnd|styrelse|beredning))(?:e?ns?|s)?\b")
_HINTS = {
    "extra val": SpecialMatter.EXTRA_ELECTION,
    "extraval": SpecialMatter.EXTRA_ELECTION,
    "folkinitiativ": SpecialMatter.POPULAR_INITIATIVE,
}
_LABELS = {
    SpecialMatter.EXTRA_ELECTION: "extra val till fullmäktige",
    SpecialMatter.POPULAR_INITIATIVE: "folkinitiativ om folkomröstning",
    SpecialMatter.NONPARTISAN_COMMITTEE: "ny nämnd enligt 6 kap. 2 § 2",
}
_ASKED = {
    SpecialMatter.EXTRA_ELECTION: Asked(
        "Ska extra val till fullmäktige hållas?",
        "Extra val till fullmäktige ska hållas",
        "Extra val till fullmäktige ska inte hållas",
    ),
    SpecialMatter.POPULAR_INITIATIVE: Asked(
        "Ska folkomröstning hållas?",
        "Folkomröstning ska hållas",
        "Folkomröstning ska inte hållas",
    ),
    SpecialMatter.NONPARTISAN_COMMITTEE: Asked(
        "Ska nämnden undantas från lagen om proportionella val?",
        "Nämnden undantas från lagen om proportionella val",
        "Lagen om proportionella val gäller när nämnden väljs",
    ),
}
