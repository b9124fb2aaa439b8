"""Lists that somebody may take for the same, though the law counts them as different groups.

Lag (2022:629) 14 § (LPV-8): one pair of names that have changed places, or one name spelt in
another way, makes another group.  28 and 1 are then not 29, so it is said before the printing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from core.words import Sentence
from voting.rules.paper.sheet import Choice

NEAR = 2  # letters that differ


class Likeness(StrEnum):
    """How two lists are alike.  `text` is what is said of them."""

    ORDER = "order"
    SPELLING = "spelling"
    DESIGNATION = "designation"

    @property
    def text(self) -> Sentence:
        return _TEXTS[self]


@dataclass(frozen=True)
class Alike:
    """`first` and `second` are numbers of choices."""

    first: int
    second: int
    why: Likeness


def alike(lists: Sequence[Choice]) -> tuple[Alike, ...]:
    """Every pair to ask about.  Lists that are exactly the same are one group and not told."""
    return tuple(_pairs(lists))


def _pairs(lists: Sequence[Choice]) -> Iterator[Alike]:
    for one, other in combinations(lists, 2):
        if why := _likeness(one, other):
            yield Alike(one.number, other.number, why)


def _likeness(one: Choice, other: Choice) -> Likeness | None:
    same_head, same_names = one.designation == other.designation, one.names == other.names
    if same_names and not same_head and _are_near(one.designation, other.designation):
        return Likeness.DESIGNATION
    if not _are_near(one.designation, other.designation) or same_names:
        return None
    if sorted(one.names) == sorted(other.names):
        return Likeness.ORDER
    if len(one.names) == len(other.names) and all(map(_are_near, one.names, other.names)):
        return Likeness.SPELLING
    return None


def _are_near(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return one == other or (abs(len(one) - len(other)) <= NEAR and _distance(one, other) <= NEAR)


def _distance(one: str, other: str) -> int:
    """How many letters must be added, taken away or changed."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        above, row[0] = row[:], i
        for j, b in enumerate(other, start=1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
    return row[-1]


_TEXTS = {
    Likeness.ORDER: Sentence(
        "Samma namn i olika ordning. De blir två grupper (14 § lagen 2022:629)."
    ),
    Likeness.SPELLING: Sentence(
        "Namnen är stavade olika. De blir två grupper (14 § lagen 2022:629)."
    ),
    Likeness.DESIGNATION: Sentence(
        "Beteckningarna är skrivna olika. De blir två grupper (14 § lagen 2022:629)."
    ),
}
