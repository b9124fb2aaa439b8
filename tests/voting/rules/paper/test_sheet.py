"""PROTOCOL 24.3: two tellers, each on her own sheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voting.rules.paper.sheets import AT_MOST_TWO, LISTS, ONE_PLACE, TWO_PLACES
from voting.rules.paper.sheet import Figures, Sheet, differing, fault_in, slips_in

figures = st.dictionaries(st.sampled_from(LISTS.keys), st.integers(0, 40))


@pytest.mark.parametrize(
    ("sheet", "piles", "marks"),
    [
        (ONE_PLACE, ("1", "2", "blank", "doubtful"), ()),
        (TWO_PLACES, ("valid", "blank", "doubtful"), ("1", "2", "3")),
        (LISTS, ("1", "2", "blank", "doubtful"), ()),
    ],
)
def test_names_are_piles_where_a_slip_has_one_and_marks_where_it_has_several(
    sheet: Sheet, piles: tuple[str, ...], marks: tuple[str, ...]
) -> None:
    assert (sheet.piles, sheet.marks) == (piles, marks)


@pytest.mark.parametrize(
    ("sheet", "told", "said"),
    [
        (ONE_PLACE, {"1": 30, "2": 28, "blank": 2, "doubtful": 1}, None),
        (
            ONE_PLACE,
            {"1": 30, "2": 28, "blank": 2},
            "Högarna har 60 sedlar, men 61 togs ur urnan. Räkna högarna igen.",
        ),
        (ONE_PLACE, {"1": 60, "9": 1}, "Högen 9 finns inte i valet."),
        (TWO_PLACES, {"valid": 60, "blank": 1, "1": 60, "2": 40, "3": 20}, None),
        (
            TWO_PLACES,
            {"valid": 60, "blank": 1, "1": 60, "2": 40, "3": 19},
            "Rösterna är 119, men 60 giltiga sedlar med 2 namn ger 120.",
        ),
        (
            TWO_PLACES,
            {"valid": 60, "blank": 1, "1": 61, "2": 40, "3": 19},
            "Ingen kan ha fler röster än de 60 giltiga sedlarna.",
        ),
        (AT_MOST_TWO, {"valid": 60, "blank": 1, "1": 60}, None),
        (
            AT_MOST_TWO,
            {"valid": 61, "1": 60},
            "Rösterna är 60, men 61 giltiga sedlar ger 61 till 122.",
        ),
    ],
)
def test_a_sheet_that_does_not_add_up_is_not_taken(
    sheet: Sheet, told: Figures, said: str | None
) -> None:
    assert fault_in(sheet, told, 61) == said


@given(figures, figures)
def test_only_equal_figures_go_on(first: Figures, second: Figures) -> None:
    found = differing(LISTS, first, second)
    assert found == differing(LISTS, second, first)
    for key in LISTS.keys:
        assert (key in found) == (first.get(key, 0) != second.get(key, 0))


@given(figures)
def test_every_slip_is_in_one_pile(told: Figures) -> None:
    assert fault_in(LISTS, told, slips_in(LISTS, told)) is None
    assert slips_in(LISTS, told) == sum(told.values())
