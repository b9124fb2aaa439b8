"""A whole council as a list: every seat, every substitute and those who work with the meetings.

A new list replaces the one before it from its day on.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One person.  `party` in letters, None outside the parties; `external_id` is the list's own
    key.  With a seat: a member.  `substitutes`: has a place among the party's substitutes.
    """

    name: str
    party: str | None = None
    seat: int | None = None
    substitutes: bool = False
    calling_order: int | None = None
    constituency: str | None = None
    roles: tuple[str, ...] = ()
    email: str | None = None
    external_id: str | None = None

    @property
    def holds_mandate(self) -> bool:
        return self.seat is not None or self.substitutes


@dataclass(frozen=True)
class Roster:
    """`day`: from when it holds, ISO text."""

    council: str
    seats: int
    day: str
    entries: tuple[Entry, ...]

    @property
    def parties(self) -> list[str]:
        return _once(entry.party for entry in self.entries)

    @property
    def constituencies(self) -> list[str]:
        return _once(entry.constituency for entry in self.entries)


def _once(words: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))
