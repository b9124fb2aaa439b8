"""Proposals (yrkanden): the kinds, and how they are sorted into questions to put.

Kommunallagen 5 kap. 53, 57, 58 §§ (ORDER-1, ORDER-2, PROP-1).  Formal proposals come first, each by
itself and never against a material one; then the material ones against each other; additions last,
each by itself.  After the debate nothing is changed or withdrawn unless all allow it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from agenda.rules.special import SpecialMatter, asked


class ProposalKind(StrEnum):
    """`label` is the word on screen.

    EXEMPT: a committee that is being set up is elected without regard to LPV (KL 5:58).
    """

    ADOPT = "adopt"
    REJECT = "reject"
    AMEND = "amend"
    ADD = "add"
    EXEMPT = "exempt"
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
    ProposalKind.EXEMPT: "undantag från proportionellt val",
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
    beside = (ProposalKind.ADD, ProposalKind.EXEMPT)
    return Group.ADDITION if kind in beside else Group.MATERIAL


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


def belongs(kind: ProposalKind, special: SpecialMatter | None) -> bool:
    """May this be proposed in such an item?  KL 5:10, 5:37, 5:58.

    Where the law asks yes or no there is nothing to amend.  Only a committee that is being set up
    is exempted.
    """
    if kind is ProposalKind.EXEMPT:
        return special is SpecialMatter.NONPARTISAN_COMMITTEE
    return kind is not ProposalKind.AMEND or special is None or not special.is_whole_item


def standard_text(kind: ProposalKind, special: SpecialMatter | None = None) -> str | None:
    """What is asked for when nothing more is written; None where words are needed.  KL 5:50, 5:53.

    A referral back has its reasons, an amendment and an addition their wording (REMIT-4).  What the
    law has worded is said in its words (KL 5:10, 5:37, 5:58).
    """
    if special is not None and special.is_whole_item and kind in _ANSWERS:
        return asked(special).yes if kind is ProposalKind.ADOPT else asked(special).no
    return _STANDARD.get(kind)


_STANDARD = {
    ProposalKind.ADOPT: "Bifall till förslaget",
    ProposalKind.REJECT: "Avslag på förslaget",
    ProposalKind.TABLE: "Ärendet bordläggs",
    ProposalKind.EXEMPT: asked(SpecialMatter.NONPARTISAN_COMMITTEE).yes,
}
_ANSWERS = (ProposalKind.ADOPT, ProposalKind.REJECT)


class PutRefusal(StrEnum):
    """On what ground the chair does not put a proposal.  KL 5:57."""

    NEW_MATTER = "new_matter"
    UNLAWFUL = "unlawful"


def council_may_overrule(refusal: PutRefusal) -> bool:
    """A new matter is never put; what the chair holds unlawful the council may put.  KL 5:57."""
    return refusal is PutRefusal.UNLAWFUL
