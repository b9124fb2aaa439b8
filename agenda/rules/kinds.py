"""The kinds of items on the agenda, and what the law asks of the vote on them.

Kommunallagen 5 kap. 22 § (INIT-1): items, motions, citizens' proposals; 5:59–64 interpellations and
questions; 5:54, 5:56 (VOTE-2, MAJ-6) elections and the employment of staff.  Information, notices
and formalities decide nothing that can be appealed.
"""

from enum import StrEnum


class ItemKind(StrEnum):
    """`label` is the word on screen."""

    DECISION = "decision"
    ELECTION = "election"
    EMPLOYMENT = "employment"
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

    @property
    def is_secret(self) -> bool:
        """Is a division held on closed slips, and an even one settled by lot?  KL 5:54, 5:56."""
        return self in (ItemKind.ELECTION, ItemKind.EMPLOYMENT)


_LABELS = {
    ItemKind.DECISION: "beslutsärende",
    ItemKind.ELECTION: "val",
    ItemKind.EMPLOYMENT: "anställning",
    ItemKind.PRIVATE_MEMBERS_MOTION: "motion",
    ItemKind.CITIZENS_PROPOSAL: "medborgarförslag",
    ItemKind.INTERPELLATION: "interpellation",
    ItemKind.QUESTION: "fråga",
    ItemKind.INFORMATION: "information",
    ItemKind.NOTICE: "anmälan",
    ItemKind.FORMALITY: "formalia",
}
