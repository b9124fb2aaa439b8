import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.colours import BLACK, LEAST, WHITE, contrast, ink_on, tidy_colour

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@pytest.mark.parametrize(
    ("letters", "colour", "ink", "ratio"),
    [
        ("V", "#AF1E1E", WHITE, 6.9),
        ("S", "#E8112D", WHITE, 4.6),
        ("MP", "#83CF39", BLACK, 9.7),
        ("C", "#009933", BLACK, 5.0),
        ("L", "#006AB3", WHITE, 5.7),
        ("KD", "#000077", WHITE, 16.6),
        ("M", "#52BDEC", BLACK, 8.7),
        ("SD", "#DDDD00", BLACK, 12.7),
    ],
)
def test_the_parties_of_the_riksdag_get_the_ink_that_can_be_read(
    letters: str, colour: str, ink: str, ratio: float
) -> None:
    assert (ink_on(colour), round(contrast(ink, colour), 1)) == (ink, ratio), letters


def test_some_colours_take_neither_black_nor_white() -> None:
    assert ink_on("#757575") == WHITE  # the darkest grey that still takes white, 4.6
    assert ink_on("#7A7A7A") is None
    assert ink_on("#838383") == BLACK


@given(COLOURS)
def test_an_ink_is_given_exactly_where_one_can_be_read(colour: str) -> None:
    best = max(contrast(BLACK, colour), contrast(WHITE, colour))
    ink = ink_on(colour)
    assert (ink is not None) == (best >= LEAST)
    if ink is not None:
        assert contrast(ink, colour) == best


@given(COLOURS, COLOURS)
def test_contrast_does_not_depend_on_which_is_the_ground(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        ("#e8112d", "#E8112D"),
        (" E8112D ", "#E8112D"),
        ("#E81", None),
        ("red", None),
        ("#E8112D;}", None),
        ("", None),
    ],
)
def test_a_colour_is_six_figures(typed: str, colour: str | None) -> None:
    assert tidy_colour(typed) == colour
