"""THE DECISION: acclamations, open votes, decisions, and what is said about them afterwards."""

from voting.models.acclamations import Acclamation, AcclamationLevel
from voting.models.decisions import Decision
from voting.models.statements import Statement, StatementKind
from voting.models.votes import Ballot, Vote

__all__ = [
    "Acclamation",
    "AcclamationLevel",
    "Ballot",
    "Decision",
    "Statement",
    "StatementKind",
    "Vote",
]
