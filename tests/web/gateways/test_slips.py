"""Ballot papers that cannot be told apart (lag 2022:629, 5–8 §§)."""

import pypdfium2

from voting.rules.paper.sheet import Choice, Sheet
from voting.rules.paper.slips import to_print
from web.gateways.slips import Ordered, make

LISTS = Sheet(
    15,
    True,
    (
        Choice(1, "Alliansen", tuple(f"Anna Ahl {n}" for n in range(1, 16))),
        Choice(2, "De rödgröna", ("Bo Bok", "Eva Ek")),
    ),
)


def _pages(copies: tuple[int, ...]) -> list[str]:
    made = make(Ordered(to_print(LISTS, "Val av nämnd"), copies, "Beteckning:"))
    with pypdfium2.PdfDocument(made) as paper:
        return [page.get_textpage().get_text_bounded() for page in paper]


def test_each_paper_is_printed_as_many_times_as_ordered_four_on_a_sheet() -> None:
    pages = _pages((5, 4, 1))
    assert [page.count("Val av nämnd") for page in pages] == [4, 1, 4, 1]
    assert [page.count("Alliansen") for page in pages] == [4, 1, 0, 0]
    assert [page.count("De rödgröna") for page in pages] == [0, 0, 4, 0]
    assert pages[3].count("Beteckning:") == 1


def test_the_designation_stands_above_the_names_in_their_order() -> None:
    lines = _pages((0, 1, 0))[0].split()
    said = ["Val", "av", "nämnd", "De", "rödgröna", "1.", "Bo", "Bok", "2.", "Eva", "Ek"]
    assert lines == said


def test_two_papers_of_a_kind_are_exactly_alike() -> None:
    """No number and no code: the halves of a sheet have the same text."""
    text = _pages((2, 0, 0))[0].replace("\r", "").replace("\n", " ").split("Val av nämnd")
    assert len({each.strip() for each in text if each.strip()}) == 1
