"""What the council elects, and which of it the proportional act never concerns.

Kommunallagen 5 kap. 58 §.
"""

from enum import StrEnum

from core.words import Sentence


class ElectionKind(StrEnum):
    """What is elected.  `label` is the words on screen."""

    COMMITTEE = "committee"
    DRAFTING_COMMITTEE = "drafting_committee"
    AUDITORS = "auditors"
    COMPANY_BOARD = "company_board"
    ASSOCIATION_OR_FOUNDATION_BOARD = "association_or_foundation_board"
    BOARD_AUDITORS = "board_auditors"
    SUBCOMMITTEE = "subcommittee"
    PRESIDIUM = "presidium"
    COMMITTEE_PRESIDIUM = "committee_presidium"
    COMMISSIONER = "commissioner"
    OTHER = "other"

    @property
    def label(self) -> Sentence:
        return _LABELS[self]


NOT_LISTED = frozenset(
    {
        ElectionKind.PRESIDIUM,
        ElectionKind.COMMITTEE_PRESIDIUM,
        ElectionKind.COMMISSIONER,
        ElectionKind.OTHER,
    }
)


_LABELS = {
    ElectionKind.COMMITTEE: Sentence("styrelse eller nämnd"),
    ElectionKind.DRAFTING_COMMITTEE: Sentence("fullmäktigeberedning"),
    ElectionKind.AUDITORS: Sentence("revisorer"),
    ElectionKind.COMPANY_BOARD: Sentence("styrelse i aktiebolag"),
    ElectionKind.ASSOCIATION_OR_FOUNDATION_BOARD: Sentence(
        "styrelse i ekonomisk förening eller stiftelse"
    ),
    ElectionKind.BOARD_AUDITORS: Sentence("revisorer i bolag, förening eller stiftelse"),
    ElectionKind.SUBCOMMITTEE: Sentence("utskott"),
    ElectionKind.PRESIDIUM: Sentence("fullmäktiges presidium"),
    ElectionKind.COMMITTEE_PRESIDIUM: Sentence("presidium i styrelse eller nämnd"),
    ElectionKind.COMMISSIONER: Sentence("kommunalråd eller regionråd"),
    ElectionKind.OTHER: Sentence("något annat"),
}
