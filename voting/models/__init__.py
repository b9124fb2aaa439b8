"""THE DECISION: acclamations, open votes, decisions, and what is said about them afterwards."""

from voting.models.acclamations import Acclamation, AcclamationLevel, DivisionDemand
from voting.models.decisions import Decision, How
from voting.models.elections import (
    Board,
    DigitalElection,
    Election,
    ElectionRequest,
    ElectionStep,
    Nomination,
    Part,
    PartialDecryption,
    Participation,
    UrnBallot,
)
from voting.models.order import QuestionPlace
from voting.models.paper import (
    ElectionLot,
    PaperChoice,
    PaperElection,
    PaperEntry,
    PaperRuling,
    PaperTick,
)
from voting.models.refusals import Refusal
from voting.models.statements import Statement, StatementKind
from voting.models.tellers import KeyCeremony, Teller, TellerMessage, TrusteeSeat
from voting.models.votes import Ballot, Verdict, Vote, VoteKind

__all__ = [
    "Acclamation",
    "AcclamationLevel",
    "Ballot",
    "Board",
    "Decision",
    "DigitalElection",
    "DivisionDemand",
    "Election",
    "ElectionLot",
    "ElectionRequest",
    "ElectionStep",
    "How",
    "KeyCeremony",
    "Nomination",
    "PaperChoice",
    "PaperElection",
    "PaperEntry",
    "PaperRuling",
    "PaperTick",
    "Part",
    "PartialDecryption",
    "Participation",
    "QuestionPlace",
    "Refusal",
    "Statement",
    "StatementKind",
    "Teller",
    "TellerMessage",
    "TrusteeSeat",
    "UrnBallot",
    "Verdict",
    "Vote",
    "VoteKind",
]
