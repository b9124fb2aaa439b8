"""The register of a council is written from one list: council, parties, people, seats and roles."""

from councils.actions.rosters.lists import Entry, Roster
from councils.actions.rosters.register import take_in

__all__ = ["Entry", "Roster", "take_in"]
