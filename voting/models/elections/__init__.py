"""Elections of persons."""

from voting.models.elections.elections import Election, ElectionStep, Nomination, Part
from voting.models.elections.requests import ElectionRequest

__all__ = ["Election", "ElectionRequest", "ElectionStep", "Nomination", "Part"]
