"""LPV 4, 9–10, MAJ-3: a ruling and its ground."""

import pytest

from tests.voting.rules.paper.sheets import AT_MOST_TWO, LISTS, ONE_PLACE, TWO_PLACES
from voting.rules.lists import Ignored
from voting.rules.paper.rulings import Ground, Ruled, Ruling, fault_in, grounds, paragraph
from voting.rules.paper.sheet import Sheet

INVALID, COUNTED, BLANK = Ruling.INVALID, Ruling.COUNTED, Ruling.BLANK


@pytest.mark.parametrize(
    ("sheet", "ruled", "said"),
    [
        (LISTS, Ruled(INVALID, Ground.NO_DESIGNATION), None),
        (LISTS, Ruled(INVALID), "Välj varför sedeln är ogiltig."),
        (LISTS, Ruled(INVALID, Ground.TOO_MANY), "Den grunden gäller inte i det här valet."),
        (ONE_PLACE, Ruled(INVALID, Ground.TOO_FEW), "Den grunden gäller inte i det här valet."),
        (AT_MOST_TWO, Ruled(INVALID, Ground.TOO_FEW), "Den grunden gäller inte i det här valet."),
        (TWO_PLACES, Ruled(INVALID, Ground.TOO_FEW), None),
        (LISTS, Ruled(COUNTED, designation="Lista A"), None),
        (LISTS, Ruled(COUNTED, names=("a1",)), "En sedel utan beteckning är ogiltig"),
        (
            LISTS,
            Ruled(COUNTED, None, "Lista A", ("a1",), (("a2", Ignored.STRUCK),)),
            "a2 står inte på sedeln.",
        ),
        (LISTS, Ruled(COUNTED, None, "Lista A", ("a1",), (("a1", Ignored.STRUCK),)), None),
        (ONE_PLACE, Ruled(COUNTED, names=("Bo",)), None),
        (ONE_PLACE, Ruled(COUNTED), "Skriv namnen som står på sedeln."),
        (TWO_PLACES, Ruled(COUNTED, names=("a", "a")), "Samma namn står två gånger."),
        (TWO_PLACES, Ruled(COUNTED, names=("a", "b", "c")), "Det är fler namn än platser."),
        (TWO_PLACES, Ruled(COUNTED, names=("a",)), "Det är färre namn än platser."),
        (AT_MOST_TWO, Ruled(COUNTED, names=("a",)), None),
        (ONE_PLACE, Ruled(COUNTED, Ground.UNCLEAR, names=("Bo",)), "En grund hör bara till"),
        (ONE_PLACE, Ruled(BLANK), None),
        (ONE_PLACE, Ruled(BLANK, names=("Bo",)), "En blank sedel har inga namn."),
    ],
)
def test_a_ruling_stands_on_a_ground_that_the_law_knows(
    sheet: Sheet, ruled: Ruled, said: str | None
) -> None:
    found = fault_in(sheet, ruled)
    assert found == said or (said is not None and str(found).startswith(said))


def test_the_law_has_three_grounds_and_the_rules_of_procedure_the_others() -> None:
    assert grounds(LISTS) == (Ground.NOT_CLOSED, Ground.NOT_UNIFORM, Ground.NO_DESIGNATION)
    assert grounds(ONE_PLACE) == (
        Ground.NOT_CLOSED,
        Ground.NOT_UNIFORM,
        Ground.TOO_MANY,
        Ground.NOT_ELIGIBLE,
        Ground.UNCLEAR,
        Ground.TWICE,
    )
    assert (paragraph(LISTS), paragraph(ONE_PLACE)) == ("9 § lagen (2022:629)", "arbetsordningen")
