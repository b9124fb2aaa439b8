"""What the slips of a paper election are sorted into, and what two tellers write of it.

Lag (2022:629) 7–9 and 14 §§, kommunallagen 5 kap. 54–56 §§ (LPV-4, LPV-8, MAJ-2–4).  With one place
to fill, and in proportional elections, a slip belongs to one pile.  Where several are elected by
most votes, the valid slips are one pile and each name on them is a mark.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.words import Sentence
from councils.rules.procedure import MajorityBallotRule

VALID, BLANK, DOUBTFUL = "valid", "blank", "doubtful"
Figures = Mapping[str, int]


@dataclass(frozen=True)
class Choice:
    """A list (`designation` above the names) or one name; `number` from 1 within the election."""

    number: int
    designation: str
    names: tuple[str, ...]

    @property
    def key(self) -> str:
        return str(self.number)

    @property
    def text(self) -> str:
        names = ", ".join(self.names)
        return f"{self.designation}: {names}" if self.designation else names


@dataclass(frozen=True)
class Sheet:
    """The columns that a teller fills in for one election."""

    places: int
    is_proportional: bool
    choices: tuple[Choice, ...]
    rule: MajorityBallotRule = MajorityBallotRule.EXACT

    @property
    def has_marks(self) -> bool:
        """Several names on each slip, so names are marked one by one."""
        return self.places > 1 and not self.is_proportional

    @property
    def piles(self) -> tuple[str, ...]:
        """Every slip is in exactly one."""
        named = (VALID,) if self.has_marks else self._named
        return (*named, BLANK, DOUBTFUL)

    @property
    def marks(self) -> tuple[str, ...]:
        return self._named if self.has_marks else ()

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.piles, *self.marks)

    @property
    def _named(self) -> tuple[str, ...]:
        return tuple(choice.key for choice in self.choices)


def slips_in(sheet: Sheet, figures: Figures) -> int:
    """How many slips the figures speak of; marks are not slips."""
    return sum(figures.get(key, 0) for key in sheet.piles)


def fault_in(sheet: Sheet, figures: Figures, found: int) -> Sentence | None:
    """Why one teller's figures cannot be right; None when they can.  `found`: slips unopened."""
    if strangers := set(figures) - set(sheet.keys):
        return Sentence("Högen {key} finns inte i valet.", key=min(strangers))
    if (sorted_ := slips_in(sheet, figures)) != found:
        return Sentence(
            "Högarna har {sorted} sedlar, men {found} togs ur urnan. Räkna högarna igen.",
            sorted=sorted_,
            found=found,
        )
    return _fault_in_marks(sheet, figures) if sheet.has_marks else None


def _fault_in_marks(sheet: Sheet, figures: Figures) -> Sentence | None:
    """`exact`: as many names as places on each valid slip; `at_most`: at least one (MAJ-3)."""
    valid, marks = figures.get(VALID, 0), [figures.get(key, 0) for key in sheet.marks]
    if max(marks, default=0) > valid:
        return Sentence("Ingen kan ha fler röster än de {valid} giltiga sedlarna.", valid=valid)
    most = valid * sheet.places
    least = most if sheet.rule is MajorityBallotRule.EXACT else valid
    if least <= sum(marks) <= most:
        return None
    if least == most:
        return Sentence(
            "Rösterna är {marks}, men {valid} giltiga sedlar med {places} namn ger {most}.",
            marks=sum(marks),
            valid=valid,
            places=sheet.places,
            most=most,
        )
    return Sentence(
        "Rösterna är {marks}, men {valid} giltiga sedlar ger {least} till {most}.",
        marks=sum(marks),
        valid=valid,
        least=least,
        most=most,
    )


def differing(sheet: Sheet, first: Figures, second: Figures) -> tuple[str, ...]:
    """The keys where two tellers have not written the same, in the order of the sheet (SB-12)."""
    return tuple(key for key in sheet.keys if first.get(key, 0) != second.get(key, 0))


def chosen_in(sheet: Sheet, keys: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(choice for choice in sheet.choices if choice.key in keys)
