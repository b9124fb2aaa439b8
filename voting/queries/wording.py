"""The words in which a question is put (ORDER-5, SCREENS 6).  The chair may say it otherwise."""

from typing import Protocol

from voting.models import VoteKind

DECIDE_TODAY = "Ärendet avgörs i dag"
PUT_OFF = {VoteKind.REFER_BACK: "Ärendet återremitteras", VoteKind.TABLE: "Ärendet bordläggs"}


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


def _bare(text: str) -> str:
    text = text.strip().rstrip(".")
    return text[:1].upper() + text[1:]
