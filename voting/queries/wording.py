"""The words in which a question is put (ORDER-5, SCREENS 6).  The chair may say it otherwise."""

from typing import Protocol

from agenda.rules.special import SpecialMatter, asked
from voting.models import VoteKind
from voting.rules.special import Tabling

DECIDE_TODAY = "Ärendet avgörs i dag"
TABLED_BY_LAW = {
    Tabling.FIRST_TIME: "Ärendet bordläggs. Ett ärende om extra val ska alltid bordläggas första "
    "gången det tas upp (5 kap. 50 § kommunallagen).",
    Tabling.TOO_EARLY: "Ärendet bordläggs. Extra val får inte beslutas förrän sex månader efter "
    "det nyvalda fullmäktiges första sammanträde (5 kap. 10 § kommunallagen).",
}
PUT_OFF = {VoteKind.REFER_BACK: "Ärendet återremitteras", VoteKind.TABLE: "Ärendet bordläggs"}
ASKED_FOR = {
    VoteKind.REFER_BACK: ("återremiss", "återremitter"),
    VoteKind.TABLE: ("bordläggning", "bordlägg"),
}


class Proposed(Protocol):
    """What somebody asks the council to decide."""

    @property
    def text(self) -> str: ...
    @property
    def proposer(self) -> str: ...
    @property
    def is_by_body(self) -> bool: ...


def meaning(proposal: Proposed) -> str:
    """Bifall till motionen – yrkande av Bo Bok (V)"""
    what = "förslag" if proposal.is_by_body else "yrkande"
    return f"{_bare(proposal.text)} – {what} av {proposal.proposer}"


def named(proposal: Proposed) -> str:
    """yrkandet från Bo Bok (V)"""
    what = "förslaget" if proposal.is_by_body else "yrkandet"
    return f"{what} från {proposal.proposer}"


def delay(kind: VoteKind, proposal: Proposed) -> tuple[str, str, str]:
    """Question, meaning of yes, meaning of no.  Ja = decide today (REMIT-6)."""
    return "Ska ärendet avgöras i dag?", DECIDE_TODAY, f"{PUT_OFF[kind]}: {meaning(proposal)}"


def put_off(kind: VoteKind, text: str) -> str:
    """What is decided, whole: the proposal may say no more than the reasons (REMIT-4)."""
    words, (noun, verb) = _bare(text), ASKED_FOR[kind]
    if words.casefold().startswith(noun):
        return f"{PUT_OFF[kind]} {words[len(noun) :].strip()}".strip()
    return words if verb in words.casefold() else f"{PUT_OFF[kind]}: {words}"


def against(yes: Proposed, no: Proposed) -> tuple[str, str, str]:
    question = (
        f"Ja för {named(yes)}. Nej för {named(no)}. "
        f"Vinner nej har fullmäktige beslutat enligt {named(no)}."
    )
    return question, meaning(yes), meaning(no)


def counter(main: Proposed, yes: Proposed, no: Proposed) -> tuple[str, str, str]:
    question = f"Val av motförslag till {named(main)}. Ja för {named(yes)}. Nej för {named(no)}."
    return question, meaning(yes), meaning(no)


def alone(proposal: Proposed) -> tuple[str, str, str]:
    question = f"Ska fullmäktige besluta enligt {named(proposal)}?"
    return question, meaning(proposal), f"Avslag på {named(proposal)}"


def addition(proposal: Proposed) -> tuple[str, str, str]:
    question = f"Ska fullmäktige besluta tillägget från {proposal.proposer}?"
    return question, meaning(proposal), f"Avslag på tillägget från {proposal.proposer}"


def special(matter: SpecialMatter) -> tuple[str, str, str]:
    """The law's own question.  KL 5:10, 5:37, 5:58."""
    words = asked(matter)
    return words.question, words.yes, words.no


def yes_to(kind: VoteKind, proposal: Proposed) -> str:
    """What the chair finds when only this one was put, or this one of several."""
    return put_all_the_same(proposal)[1] if kind is VoteKind.PUT else meaning(proposal)


def no_to(kind: VoteKind, only: Proposed | None) -> str:
    """And when the answer to the only one is no."""
    if kind.is_formal or only is None:
        return DECIDE_TODAY
    if kind is VoteKind.PUT:
        return put_all_the_same(only)[2]
    return f"Avslag på {named(only)}"


def put_all_the_same(proposal: Proposed) -> tuple[str, str, str]:
    """The chair holds it unlawful and does not put it, unless the council says so.  KL 5:57."""
    what = named(proposal)
    question = f"Ska {what} prövas, fast ordföranden anser att beslutet skulle strida mot lag?"
    return question, f"{_bare(what)} prövas", f"{_bare(what)} prövas inte"


def _bare(text: str) -> str:
    text = text.strip().rstrip(".")
    return text[:1].upper() + text[1:]
