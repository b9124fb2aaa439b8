"""A story of the rule book while it is told: what is given, what must follow, what is left out."""

from typing import Any

from tests.law.vectors import load

Plain = dict[str, Any]
HYBRID = "scenario1_hybrid_meeting.json"


def setting() -> Plain:
    """The council of the stories: 61 seats, its parties, presidium and substitutes."""
    found: Plain = load(HYBRID)["setting"]
    return found


def case(file: str, name: str) -> Plain:
    """One worked case of a file, by its name."""
    found: Plain = next(one for one in load(file)["cases"] if one["id"] == name)
    return found


class Book:
    """It remembers which steps have been asked for, so that none is forgotten."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._steps: dict[int, Plain] = {one["step"]: one for one in load(file)["steps"]}
        self._told: set[int] = set()

    def step(self, number: int) -> tuple[Plain, Plain]:
        """What is given, and what is expected."""
        self._told.add(number)
        row = self._steps[number]
        return row["given"], row["expected"]

    def count(self, number: int) -> tuple[str, str]:
        """The file and the name of the count that a step refers to."""
        file, _, name = self._steps[number]["count"].partition("#")
        return file, name

    def case(self, name: str) -> Plain:
        return case(self.file, name)

    @property
    def untold(self) -> set[int]:
        return set(self._steps) - self._told
