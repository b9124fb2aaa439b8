"""How an election on ballot papers stands."""

from voting.queries.paper.standing import Standing, standing, standings_on

__all__ = ["Standing", "standing", "standings_on"]
