"""The council chooses who counts (LPV 4)."""

import pytest

from tests.voting.chambers import Chamber
from tests.worlds import ANNA, BEA, BO, KLARA, SIV

OTHER_S = 6  # Anna's party


def choose(chamber: Chamber, *people: int, by: int = ANNA, **form: object) -> tuple[int, str]:
    return chamber.said(by, "POST", "/tellers", people=",".join(map(str, people)), **form)


def test_members_of_different_parties_are_chosen_in_the_order_named(chamber: Chamber) -> None:
    assert choose(chamber, BO, BEA) == (200, "")
    assert chamber.last() == {
        "tellers": [
            {"seat": 1, "person_id": BO, "name": "Bo Bok", "party": "V"},
            {"seat": 2, "person_id": BEA, "name": "Bea Björk", "party": "M"},
        ]
    }


def test_chosen_anew_they_replace_those_before(chamber: Chamber) -> None:
    choose(chamber, BO, BEA)
    assert choose(chamber, 4, 5, 7, by=KLARA) == (200, "")
    assert [one["person_id"] for one in chamber.last()["tellers"]] == [4, 5, 7]


def test_all_from_one_party_is_asked_about_first(chamber: Chamber) -> None:
    said = choose(chamber, ANNA, OTHER_S)
    assert said == (409, "Alla rösträknare är från samma parti. Är det så fullmäktige valde?")
    assert choose(chamber, ANNA, OTHER_S, confirmed=1) == (200, "")


@pytest.mark.parametrize(
    ("people", "by", "said"),
    [
        ((BO,), ANNA, (409, "Välj mellan 2 och 5 rösträknare.")),
        ((2, 3, 4, 5, 6, 7), ANNA, (409, "Välj mellan 2 och 5 rösträknare.")),
        ((BO, BO), ANNA, (409, "Samma ledamot är vald två gånger.")),
        ((BO, SIV), ANNA, (409, "Siv Sälg tjänstgör inte just nu.")),
        ((BO, 999), ANNA, (404, "Personen finns inte i det här fullmäktige.")),
        ((BO, BEA), BO, (403, "Bara ordföranden eller sekreteraren skriver in rösträknare.")),
    ],
)
def test_what_cannot_be_is_refused_and_nobody_is_chosen(
    chamber: Chamber, people: tuple[int, ...], by: int, said: tuple[int, str]
) -> None:
    assert choose(chamber, *people, by=by) == said
    assert "tellers.chosen" not in chamber.kinds()
