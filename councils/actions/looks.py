"""What a party is called and how its badge looks until the council office says otherwise.

The parties of the Riksdag stand from left to right; a local party goes by its letters, on grey,
after them.
"""

from dataclasses import dataclass

LOCAL_COLOUR = "#595959"


@dataclass(frozen=True)
class PartyLooks:
    """`colour` is #RRGGBB; `place` counts from the left, 1 first."""

    name: str
    colour: str
    place: int


_NATIONAL = {
    "V": ("Vänsterpartiet", "#AF1E1E"),
    "S": ("Socialdemokraterna", "#E8112D"),
    "MP": ("Miljöpartiet", "#83CF39"),
    "C": ("Centerpartiet", "#009933"),
    "L": ("Liberalerna", "#006AB3"),
    "KD": ("Kristdemokraterna", "#000077"),
    "M": ("Moderaterna", "#52BDEC"),
    "SD": ("Sverigedemokraterna", "#DDDD00"),
}
_PLACES = {letters: place for place, letters in enumerate(_NATIONAL, start=1)}


def looks_of(letters: str) -> PartyLooks:
    """For a party that is new in the register."""
    if letters not in _NATIONAL:
        return PartyLooks(letters, LOCAL_COLOUR, len(_NATIONAL) + 1)
    name, colour = _NATIONAL[letters]
    return PartyLooks(name, colour, _PLACES[letters])
