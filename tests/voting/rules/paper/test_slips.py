"""LPV 5–8: slips that cannot be told apart."""

import pytest

from tests.voting.rules.paper.sheets import LISTS, ONE_PLACE, TWO_PLACES
from voting.rules.paper.sheet import Choice, Sheet
from voting.rules.paper.slips import Format, Print, Slip, pages, to_print


def test_each_list_has_its_slip_and_everybody_an_empty_form() -> None:
    assert to_print(LISTS, "Val av nämnd") == Print(
        "Val av nämnd",
        True,
        (
            Slip("Lista A", ("a1", "a2", "a3")),
            Slip("Lista B", ("b1", "b2", "b3")),
            Slip("", (), 3),
        ),
    )


def test_one_person_has_a_slip_and_several_are_written() -> None:
    assert to_print(ONE_PLACE, "Val").slips == (
        Slip("", ("Bo",)),
        Slip("", ("Eva",)),
        Slip("", (), 1),
    )
    assert to_print(TWO_PLACES, "Val").slips == (Slip("", (), 2),)


@pytest.mark.parametrize(
    ("names", "size"), [(15, Format.QUARTER), (16, Format.HALF), (61, Format.HALF)]
)
def test_the_longest_list_gives_all_slips_their_size(names: int, size: Format) -> None:
    long = Choice(1, "Lista A", tuple(f"a{n}" for n in range(names)))
    short = Choice(2, "Lista B", ("b",))
    assert to_print(Sheet(3, True, (long, short)), "Val").format is size


def test_each_kind_begins_on_a_sheet_of_its_own() -> None:
    assert pages([61, 61, 4], Format.QUARTER) == 33
    assert pages([3], Format.HALF) == 2
