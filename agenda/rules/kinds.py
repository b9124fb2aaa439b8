"""The kinds of items on the agenda, and which of them end in a decision.

Kommunallagen 5 kap. 22 § (INIT-1): items, motions, citizens' proposals; 5:59–64 interpellations and
questions.  Information, notices and formalities decide nothing that can be appealed.
"""

from enum import StrEnum


class ItemKind(StrEnum):
    """`label` is the word on screen."""

    DECISION = "decision"
    ELECTION = "election"
    PRIVATE_MEMBERS_MOTION = "private_members_motion"
    CITIZENS_PROPOSAL = "citizens_proposal"
    INTERPELLATION = "interpellation"
    QUESTION = "question"
    INFORMATION = "information"
    NOTICE = "notice"
    FORMALITY = "formality"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    ItemKind.DECISION: "beslutsärende",
    ItemKind.ELECTION: "val",
    ItemKind.PRIVATE_MEMBERS_MOTION: "motion",
    ItemKind.CITIZENS_PROPOSAL: "medborgarförslag",
    ItemKind.INTERPELLATION: "interpellation",
    ItemKind.QUESTION: "fråga",
    ItemKind.INFORMATION: "information",
    ItemKind.NOTICE: "anmälan",
    ItemKind.FORMALITY: "formalia",
}
