"""From piles and rulings to votes: for persons, or for groups in a proportional election.

Lag (2022:629) 9–10 and 14–15 §§, kommunallagen 5 kap. 54–56 §§ (LPV-5, LPV-6, LPV-8, MAJ-2–4, U9).
Grouping comes after the names that do not count, so a ruled slip may join a registered list.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voting.rules.lists import Ballots, Sorting, sort_ballots
from voting.rules.paper.rulings import Ground, Ruled, Ruling
from voting.rules.paper.sheet import BLANK, VALID, Figures, Sheet
from voting.rules.persons import Tallied


@dataclass(frozen=True)
class Urn:
    """Every slip by what became of it.  `invalid_by`: in the order of `Ground`, none left out."""

    valid: int
    blank: int
    invalid_by: tuple[tuple[Ground, int], ...]

    @property
    def invalid(self) -> int:
        return sum(count for _, count in self.invalid_by)

    @property
    def cast(self) -> int:
        return self.valid + self.blank + self.invalid


def urn_of(sheet: Sheet, figures: Figures, ruled: Sequence[Ruled]) -> Urn:
    """A blank slip in a proportional election has no designation and is invalid (LPV 9)."""
    told = Counter(each.ruling for each in ruled)
    grounds = Counter(each.ground for each in ruled if each.ruling is Ruling.INVALID)
    blank = figures.get(BLANK, 0) + told[Ruling.BLANK]
    if sheet.is_proportional:
        grounds[Ground.NO_DESIGNATION] += blank
        blank = 0
    named = (VALID,) if sheet.has_marks else tuple(choice.key for choice in sheet.choices)
    valid = sum(figures.get(key, 0) for key in named) + told[Ruling.COUNTED]
    by = tuple((ground, grounds[ground]) for ground in Ground if grounds[ground])
    return Urn(valid, blank, by)


def votes_for_persons(sheet: Sheet, figures: Figures, ruled: Sequence[Ruled]) -> Tallied:
    """The most first, then by name.  A name on several choices is one person."""
    votes: Counter[str] = Counter()
    for choice in sheet.choices:
        for name in choice.names:
            votes[name] += figures.get(choice.key, 0)
    for slip in ruled:
        if slip.ruling is Ruling.COUNTED:
            votes.update(slip.names)
    found = urn_of(sheet, figures, ruled)
    ranked = sorted(
        ((name, n) for name, n in votes.items() if n), key=lambda one: (-one[1], one[0])
    )
    return Tallied(tuple(ranked), found.valid, found.blank, found.invalid)


def groups(sheet: Sheet, figures: Figures, ruled: Sequence[Ruled]) -> Sorting:
    """As `klubba count proportional` groups them: the registered lists first, then each slip."""
    return sort_ballots(tuple(_ballots(sheet, figures, ruled)), sheet.places)


def _ballots(sheet: Sheet, figures: Figures, ruled: Sequence[Ruled]) -> Iterator[Ballots]:
    for choice in sheet.choices:
        if count := figures.get(choice.key, 0):
            yield Ballots(choice.designation, choice.names, count)
    for slip in ruled:
        if slip.ruling is Ruling.COUNTED:
            yield slip.ballots
