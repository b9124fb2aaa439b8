"""Proposals (yrkanden): the kinds, and how they are sorted into questions to put.

Kommunallagen 5 kap. 53, 57 §§ (ORDER-1, ORDER-2, PROP-1).  Formal proposals come first, each by
itself and never against a material one; then the material ones against each other; additions last,
each by itself.  After the debate nothing is changed or withdrawn unless all allow it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar


class ProposalKind(StrEnum):
    """`label` is the word on screen."""

    ADOPT = "adopt"
    REJECT = "reject"
    AMEND = "amend"
    ADD = "add"
    TABLE = "table"
    REFER_BACK = "refer_back"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    ProposalKind.ADOPT: "bifall",
    ProposalKind.REJECT: "avslag",
    ProposalKind.AMEND: "ändring",
    ProposalKind.ADD: "tillägg",
    ProposalKind.TABLE: "bordläggning",
    ProposalKind.REFER_BACK: "återremiss",
}


class Group(StrEnum):
    FORMAL = "formal"
    MATERIAL = "material"
    ADDITION = "addition"


class HasKind(Protocol):
    @property
    def kind(self) -> ProposalKind: ...


T = TypeVar("T", bound=HasKind)


@dataclass(frozen=True)
class Question(Generic[T]):
    """Proposals that are put against each other; a formal one or an addition stands alone."""

    group: Group
    proposals: tuple[T, ...]


def group_of(kind: ProposalKind) -> Group:
    """Formal, material or addition.  ORDER-2."""
    if kind in (ProposalKind.TABLE, ProposalKind.REFER_BACK):
        return Group.FORMAL
    return Group.ADDITION if kind is ProposalKind.ADD else Group.MATERIAL


def questions(proposals: Iterable[T]) -> list[Question[T]]:
    """The questions in the order they are put; within each, proposals as they were made.  ORDER-2.

    Is the first answered by tabling or referring back, the rest are not put.
    """
    made = tuple(proposals)
    formal, material, additions = (
        tuple(one for one in made if group_of(one.kind) is group) for group in Group
    )
    return [
        *(Question(Group.FORMAL, (one,)) for one in formal),
        *([Question(Group.MATERIAL, material)] if material else []),
        *(Question(Group.ADDITION, (one,)) for one in additions),
    ]


def may_change(*, debate_closed: bool, all_agree: bool = False) -> bool:
    """May a proposal be changed or withdrawn?  ORDER-1."""
    return all_agree or not debate_closed


def standard_text(kind: ProposalKind) -> str | None:
    """What is asked for when nothing more is written; None where words are needed.  KL 5:50, 5:53.

    A referral back has its reasons, an amendment and an addition their wording (REMIT-4).
    """
    return _STANDARD.get(kind)


_STANDARD = {
    ProposalKind.ADOPT: "Bifall till förslaget",
    ProposalKind.REJECT: "Avslag på förslaget",
    ProposalKind.TABLE: "Ärendet bordläggs",
}


class PutRefusal(StrEnum):
    """On what ground the chair does not put a proposal.  KL 5:57."""

    NEW_MATTER = "new_matter"
    UNLAWFUL = "unlawful"


def council_may_overrule(refusal: PutRefusal) -> bool:
    """A new matter is never put; what the chair holds unlawful the council may put.  KL 5:57."""
    return refusal is PutRefusal.UNLAWFUL
