"""LPV 14: 28 and 1 are not 29."""

import pytest

from voting.rules.paper.likeness import Alike, Likeness, alike
from voting.rules.paper.sheet import Choice

NAMES = ("Anna Ahl", "Bo Bok", "Eva Ek")


@pytest.mark.parametrize(
    ("designation", "names", "why"),
    [
        ("Alliansen", ("Bo Bok", "Anna Ahl", "Eva Ek"), Likeness.ORDER),
        ("Alliansen", ("Anna Ahl", "Bo Book", "Eva Ek"), Likeness.SPELLING),
        ("alliansen", NAMES, Likeness.DESIGNATION),
        ("Aliansen", NAMES, Likeness.DESIGNATION),
    ],
)
def test_two_lists_that_look_the_same_are_asked_about(
    designation: str, names: tuple[str, ...], why: Likeness
) -> None:
    told = [Choice(1, "Alliansen", NAMES), Choice(2, designation, names)]
    assert alike(told) == (Alike(1, 2, why),)


@pytest.mark.parametrize(
    ("designation", "names"),
    [
        ("Alliansen", NAMES),  # one group
        ("De rödgröna", NAMES),
        ("Alliansen", ("Anna Ahl", "Bo Bok")),
        ("Alliansen", ("Anna Ahl", "Bo Bok", "Gun Gran")),
    ],
)
def test_lists_that_nobody_takes_for_each_other_are_not(
    designation: str, names: tuple[str, ...]
) -> None:
    assert alike([Choice(1, "Alliansen", NAMES), Choice(2, designation, names)]) == ()
