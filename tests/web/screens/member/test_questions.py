"""Acclamation: those at a distance answer by pressing, and anyone may ask for a division."""

import pytest

from tests.web.screens.member.seats import ITEM, Seats
from tests.worlds import ANNA, BO, OPEN, SIV

HALL = "Svara högt i salen när ordföranden frågar."


@pytest.fixture
def put(seats: Seats) -> Seats:
    """The board's proposal against Bo's, and the chair has asked."""
    seats.propose("adopt", "Simhallen byggs")
    seats.propose("reject", "Avslag", person=BO)
    seats.step_to("proposals")
    seats.post(ANNA, f"/items/{ITEM}/acclamations")
    return seats


def test_at_a_distance_there_is_one_button_for_each_proposal(put: Seats) -> None:
    assert put.buttons(BO, "question") == {
        "Ja till förslaget från kommunstyrelsen Simhallen byggs": "",
        "Ja till yrkandet från Ledamot 3 Avslag": "",
        "Begär votering": "",
    }
    assert put.says(BO, "question-title") == "Ordföranden frågar om beslutet"


def test_in_the_hall_members_have_their_voices(put: Seats) -> None:
    assert put.buttons(4, "question") == {"Begär votering": ""}
    assert HALL in put.says(4, "question")


def test_the_answer_raises_a_level_that_nobody_but_the_chair_is_shown(put: Seats) -> None:
    before = put.panels()
    assert put.put(BO, "/acclamations/1/answer", proposal=1) == 200
    assert put.panels() == before


def test_who_does_not_serve_cannot_ask_for_a_division(put: Seats) -> None:
    assert put.buttons(SIV, "question") == {
        "Begär votering": "Bara den som tjänstgör kan göra det här."
    }


def test_what_the_chair_finds_is_told_and_a_division_may_still_be_demanded(put: Seats) -> None:
    put.put(ANNA, "/acclamations/1/finding", proposal=1)
    told = (
        "Ordföranden finner att fullmäktige säger ja till: "
        "Simhallen byggs – förslag av kommunstyrelsen."
    )
    assert told in put.says(BO, "question")
    put.post(BO, f"/items/{ITEM}/division-demands")
    assert put.says(4, "question").endswith("Votering är begärd av Bo Bok.")
    assert put.buttons(4, "question") == {}


def test_until_the_gavel_stands_a_division_may_be_demanded(put: Seats) -> None:
    put.put(ANNA, "/acclamations/1/finding", proposal=1)
    decision = {"how": "acclamation", "text": "Simhallen byggs", "proposal": 1}
    put.post(ANNA, f"/items/{ITEM}/decisions", **decision)
    assert put.says(BO, "question") == "Beslut Simhallen byggs Begär votering (2 s)"
    put.wall.later(seconds=3)
    assert put.says(BO, "question") == "Beslut Simhallen byggs"


def test_a_question_put_alone_can_be_answered_no(seats: Seats) -> None:
    seats.propose("add", "En plan i augusti", person=4)
    seats.step_to("proposals")
    seats.post(ANNA, f"/items/{ITEM}/acclamations")
    assert list(seats.buttons(BO, "question")) == [
        "Ja till yrkandet från Ledamot 4 En plan i augusti",
        "Nej till yrkandet från Ledamot 4",
        "Begär votering",
    ]


def test_referral_back_is_asked_as_deciding_today(seats: Seats) -> None:
    seats.propose("refer_back", "Återremiss för en ny kalkyl", person=4)
    seats.step_to("proposals")
    seats.post(ANNA, f"/items/{ITEM}/acclamations")
    assert list(seats.buttons(BO, "question")) == [
        "Avgör ärendet i dag",
        "Ja till yrkandet från Ledamot 4 Återremiss för en ny kalkyl",
        "Begär votering",
    ]
    seats.put(ANNA, "/acclamations/1/finding", proposal=0)
    assert "Ordföranden finner att ärendet ska avgöras i dag." in seats.says(BO, "question")


def test_floor_and_faces_wait_while_the_chair_asks(put: Seats) -> None:
    assert [put.says(BO, part) for part in ("stage", "faces", "actions")] == ["", "", ""]
    assert list(put.buttons(BO, "tools")) == ["Handlingen", "Hjälp mig", "Mer"]


def test_on_the_members_other_pages_there_is_a_way_back(put: Seats) -> None:
    page = f"/meetings/{OPEN}/member"
    assert put.spoken_on("/gallery", BO, "summons") == ["Ordföranden frågar om beslutet."]
    link = put.page(BO, "/gallery").find("summons-link")
    assert link.attributes["href"] == page
