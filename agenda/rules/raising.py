"""Who raises an item.

Kommunallagen 5 kap. 22, 59, 64 §§, 8 kap. 1 § (INIT-1, CIT-1): a motion, an interpellation and a
question come from a member, a citizens' proposal from a resident where the council has allowed
them, everything else from a committee, the auditors or another body.  4 kap. 19 §: a substitute has
a member's rights only while serving.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from agenda.rules.kinds import ItemKind
from core.words import Sentence

_BY_MEMBER = {
    ItemKind.PRIVATE_MEMBERS_MOTION: Sentence("En motion"),
    ItemKind.INTERPELLATION: Sentence("En interpellation"),
    ItemKind.QUESTION: Sentence("En fråga"),
}
_BODY = re.compile(r"(nämnd|nämnden|styrelse|styrelsen|utskottet|beredningen)\b", re.IGNORECASE)
_NO_CITIZENS = Sentence(
    "Arbetsordningen tillåter inte medborgarförslag. Fullmäktige beslutar om det (8 kap. 1 §)."
)
_NO_RESIDENT = Sentence(
    "Ett medborgarförslag väcks av den som är folkbokförd i kommunen, inte av en nämnd."
)


class Standing(StrEnum):
    """What somebody is in the council.  `SERVED`: a substitute who has served at some meeting."""

    MEMBER = "member"
    SERVED = "served"
    SUBSTITUTE = "substitute"
    NO_SEAT = "no_seat"


_REFUSED = (Standing.SUBSTITUTE, Standing.NO_SEAT)


@dataclass(frozen=True)
class Raiser:
    """Somebody of the council who is named as the one raising an item."""

    person_id: int
    name: str
    standing: Standing


def is_raised_by_member(kind: ItemKind) -> bool:
    """Motions, interpellations and questions.  KL 5:22, 5:59, 5:64."""
    return kind in _BY_MEMBER


def why_not_raised(
    kind: ItemKind, proposer: str | None, named: Iterable[Raiser]
) -> Sentence | None:
    """`proposer`: as it was written; `named`: those of the council who are found in it.

    Nobody written yet is no fault: the agenda is being made.  KL 5:22, 4:19.
    """
    if kind is ItemKind.CITIZENS_PROPOSAL:
        return _NO_RESIDENT if _BODY.search(proposer or "") else None
    if kind not in _BY_MEMBER:
        return None
    people = list(named)
    if proposer and not people:
        return Sentence(
            "{what} väcks av en ledamot (5 kap. 22 §). Skriv ledamotens namn: ”{proposer}” finns "
            "inte i fullmäktige.",
            what=_BY_MEMBER[kind],
            proposer=proposer,
        )
    return next((_why_not(kind, one) for one in people if one.standing in _REFUSED), None)


def why_no_citizens_proposal(kind: ItemKind, *, allowed: bool) -> Sentence | None:
    """Only where the council has decided so.  KL 8:1."""
    return _NO_CITIZENS if kind is ItemKind.CITIZENS_PROPOSAL and not allowed else None


def _why_not(kind: ItemKind, raiser: Raiser) -> Sentence:
    if raiser.standing is Standing.SUBSTITUTE:
        return Sentence(
            "{what} väcks av en ledamot. {name} är ersättare och får det bara som tjänstgörande "
            "(4 kap. 19 §).",
            what=_BY_MEMBER[kind],
            name=raiser.name,
        )
    return Sentence(
        "{what} väcks av en ledamot (5 kap. 22 §). {name} har ingen plats i fullmäktige.",
        what=_BY_MEMBER[kind],
        name=raiser.name,
    )
