"""What an invented election asks, and how an invented voter answers.  PROTOCOL 4.

For demonstrations and tests; every kind of question that a meeting can put.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from voting.ballot.making.answers import Choice
from voting.ballot.objects import Free, Homomorphic, Mixnet, Question

LISTS, LETTERS = 3, 64
SELDOM = 10  # one voter in ten votes blank


@dataclass(frozen=True)
class Example:
    """A question, and a voter's chance answer to it."""

    question: Question
    choose: Callable[[], Choice]


def persons(candidates: int, places: int) -> Example:
    """As many marks as there are places, or blank."""
    names = tuple(_name(number) for number in range(1, candidates + 1))
    words = "Välj en person" if places == 1 else f"Välj {places} personer"
    question = Homomorphic(answers=names, blank=True, min=places, max=places, question=words)
    return Example(question, lambda: _marks(candidates, places))


def lists(candidates: int, _places: int) -> Example:
    """A registered list with its names is one answer."""
    names = ", ".join(f"{place}. {_name(place)}" for place in range(1, 4))
    texts = tuple(f"Lista {number}: {names}" for number in range(1, candidates + 1))
    question = Homomorphic(answers=texts, blank=True, min=1, max=1, question="Välj en lista")
    return Example(question, lambda: _marks(candidates, 1))


def anyone(candidates: int, _places: int) -> Example:
    """A number in the register of eligible people, as two bytes; 0 is blank."""
    free = Free(("Hundratal", "Ental"), "Skriv en persons nummer i förteckningen")
    return Example(
        Mixnet("NonHomomorphic", free),
        lambda: divmod(0 if _blank() else 1 + secrets.randbelow(candidates), 256),
    )


def any_list(candidates: int, places: int) -> Example:
    """The number of a designation, then names in order; 0 is no more names."""
    parts = ("Beteckning", *(f"Namn {place}" for place in range(1, places + 1)))
    free = Free(parts, "Skriv en lista")
    return Example(Mixnet("NonHomomorphic", free), lambda: _ordered(candidates, places))


def any_text(candidates: int, _places: int) -> Example:
    """A name in letters, at most 64 bytes."""
    free = Free(tuple(f"Tecken {place}" for place in range(1, LETTERS + 1)), "Skriv ett namn")
    return Example(Mixnet("NonHomomorphic", free), lambda: _written(candidates))


METHODS: dict[str, Sequence[Callable[[int, int], Example]]] = {
    "homomorphic": [persons],
    "lists": [lists],
    "mixnet": [anyone],
    "free-list": [any_list],
    "free-text": [any_text],
    "mixed": [persons, anyone],
}


def _marks(candidates: int, places: int) -> Choice:
    if _blank():
        return [1] + [0] * candidates
    marked = secrets.SystemRandom().sample(range(candidates), places)
    return [0] + [int(candidate in marked) for candidate in range(candidates)]


def _ordered(candidates: int, places: int) -> Choice:
    if _blank():
        return [0] * (places + 1)
    names = secrets.SystemRandom().sample(range(1, candidates + 1), min(candidates, places))
    return [1 + secrets.randbelow(LISTS), *names, *[0] * (places - len(names))]


def _written(candidates: int) -> Choice:
    if _blank():
        return [0] * LETTERS
    return list(_name(1 + secrets.randbelow(candidates)).encode().ljust(LETTERS, b"\0"))


def _blank() -> bool:
    return secrets.randbelow(SELDOM) == 0


def _name(number: int) -> str:
    return f"Kandidat {number}"
