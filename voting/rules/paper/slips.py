"""What is printed: every slip of an election alike in size, type and paper, with no mark on it.

Lag (2022:629) 5–8 §§ (LPV-4): one side, the designation in words right above the names, one name
below the other with its number.  Beside the printed lists there is an empty form for everybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from voting.rules.paper.sheet import Sheet

IN_A_QUARTER = 15  # rows


class Format(StrEnum):
    """One for a whole election: a quarter of A4, or an upright half where a slip is long."""

    QUARTER = "quarter"
    HALF = "half"

    @property
    def on_a_page(self) -> int:
        return 4 if self is Format.QUARTER else 2


@dataclass(frozen=True)
class Slip:
    """`lines`: how many empty lines follow the names, on the form that is filled in by hand."""

    designation: str
    names: tuple[str, ...]
    lines: int = 0


@dataclass(frozen=True)
class Print:
    """`title` stands on every slip.  `is_numbered`: a proportional election numbers the names."""

    title: str
    is_numbered: bool
    slips: tuple[Slip, ...]

    @property
    def format(self) -> Format:
        return Format.QUARTER if self.longest <= IN_A_QUARTER else Format.HALF

    @property
    def longest(self) -> int:
        """How many rows the longest slip has."""
        return max(len(slip.names) + slip.lines for slip in self.slips)


def to_print(sheet: Sheet, title: str) -> Print:
    """A slip for each list; in a majority election one for each name when one is elected.

    Where several are elected by most votes everybody writes on the same form.
    """
    empty = Slip("", (), sheet.places)
    if sheet.has_marks:
        return Print(title, False, (empty,))
    named = tuple(Slip(choice.designation, choice.names) for choice in sheet.choices)
    return Print(title, sheet.is_proportional, (*named, empty))


def pages(wanted: Sequence[int], size: Format) -> int:
    """How many sheets of A4 it takes; each kind begins on a sheet of its own."""
    return sum(-(-copies // size.on_a_page) for copies in wanted)
