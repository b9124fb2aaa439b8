"""What happened to a question, from the chair's putting it to the gavel."""

from voting.facts.decisions import (
    DecisionGavelled,
    DecisionUndone,
    StatementMade,
    StatementWithdrawn,
)
from voting.facts.elections import (
    ElectionAbandoned,
    ElectionNominated,
    ElectionRequested,
    Nominated,
    NominationWithdrawn,
)
from voting.facts.questions import (
    AcclamationFound,
    AcclamationOpened,
    DivisionDemanded,
    OrderApproved,
    ProposalRefused,
    Put,
    RefusalUndone,
)
from voting.facts.tellers import Counter, TellersChosen
from voting.facts.votes import (
    Answer,
    BallotCast,
    LotDrawn,
    TieBroken,
    VoteAbandoned,
    VoteClosed,
    VoteClosing,
    VoteClosingStopped,
    VoteOpened,
)

__all__ = [
    "AcclamationFound",
    "AcclamationOpened",
    "Answer",
    "BallotCast",
    "Counter",
    "DecisionGavelled",
    "DecisionUndone",
    "DivisionDemanded",
    "ElectionAbandoned",
    "ElectionNominated",
    "ElectionRequested",
    "LotDrawn",
    "Nominated",
    "NominationWithdrawn",
    "OrderApproved",
    "ProposalRefused",
    "Put",
    "RefusalUndone",
    "StatementMade",
    "StatementWithdrawn",
    "TellersChosen",
    "TieBroken",
    "VoteAbandoned",
    "VoteClosed",
    "VoteClosing",
    "VoteClosingStopped",
    "VoteOpened",
]
