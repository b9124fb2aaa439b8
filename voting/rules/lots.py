"""Lots: who wins when the law leaves it to chance, from a draw in the room or from a seed.

Kommunallagen 5 kap. 56 § and lag (2022:629) 16–17 §§ (MAJ-5).  How the lot is drawn is not
regulated: it is public and recorded.  A seed must be fixed before the tie is known.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")


class Lots(Protocol):
    def draw(self, number: int, tied: Sequence[T]) -> T | None:
        """Draw `number` (1, 2, … within the count); None where it has not been drawn yet."""


@dataclass(frozen=True)
class Drawn:
    """Winners of draws in the room, in the order in which the ties arose."""

    winners: Sequence[object] = ()

    def draw(self, number: int, tied: Sequence[T]) -> T | None:
        if number > len(self.winners):
            return None
        winner = self.winners[number - 1]
        if winner not in tied:
            raise ValueError(f"Lott {number}: {winner} är inte bland dem som står lika.")
        return tied[tied.index(winner)]


@dataclass(frozen=True)
class Seeded:
    """Every draw follows from one secret text, so that anyone can do them again afterwards."""

    seed: str

    def draw(self, number: int, tied: Sequence[T]) -> T:
        text = f"{self.seed}:{number}:{'|'.join(map(str, tied))}"
        drawn = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
        return tied[drawn % len(tied)]


class Urn:
    """The draws of one count, numbered as they are made."""

    def __init__(self, lots: Lots) -> None:
        self._lots, self._made = lots, 0

    def draw(self, tied: Sequence[T]) -> T | None:
        winner = self._lots.draw(self._made + 1, tied)
        self._made += winner is not None
        return winner

    def close(self) -> None:
        """A draw that no tie asked for is a mistake in what was handed in."""
        if isinstance(self._lots, Drawn) and len(self._lots.winners) > self._made:
            raise ValueError("Det finns fler lotter än lika röstetal.")
