"""Elections of persons."""

from voting.models.elections.digital import (
    Board,
    DigitalElection,
    PartialDecryption,
    Participation,
    UrnBallot,
)
from voting.models.elections.elections import Election, ElectionStep, Nomination, Part
from voting.models.elections.requests import ElectionRequest

__all__ = [
    "Board",
    "DigitalElection",
    "Election",
    "ElectionRequest",
    "ElectionStep",
    "Nomination",
    "Part",
    "PartialDecryption",
    "Participation",
    "UrnBallot",
]
