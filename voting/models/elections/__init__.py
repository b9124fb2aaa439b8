"""Elections of persons."""

from voting.models.elections.requests import ElectionRequest

__all__ = ["ElectionRequest"]
