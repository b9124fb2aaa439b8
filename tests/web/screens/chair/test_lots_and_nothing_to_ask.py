"""An even vote in an election, and an item on which nobody has proposed anything."""

import pytest
from flask import Flask

from agenda.models import Item
from agenda.rules.kinds import ItemKind
from core import clock
from meetings.models import Seat
from tests.web.screens.chair.test_script import Chair, in_seconds
from tests.worlds import ANNA, BO, KLARA, OPEN, Clients

ITEM = f"/meetings/{OPEN}/items/3"


@pytest.fixture
def chair(app: Flask, clients: Clients) -> Chair:
    return Chair(app, clients)


def make(app: Flask, kind: ItemKind, draft: str | None = None) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        item = session.get_one(Item, 3)
        item.kind, item.draft = kind, draft


def vote(clients: Clients, choices: dict[int, str]) -> None:
    for person, choice in choices.items():
        cast = clients.act(person, "PUT", f"/meetings/{OPEN}/votes/1/ballot", choice=choice)
        assert cast.status_code == 200, cast.text


def test_in_an_even_election_the_chair_writes_in_which_way_the_lot_fell(
    app: Flask, clients: Clients, chair: Chair
) -> None:
    make(app, ItemKind.ELECTION, "Bo Bok (V) väljs")
    clients.act(BO, "POST", f"{ITEM}/proposals", kind="table", text="Valet bordläggs")
    chair.press()
    chair.press()
    clients.act(BO, "POST", f"{ITEM}/division-demands", kind="table")
    chair.press()
    vote(clients, {2: "yes", 3: "no"})
    clients.act(ANNA, "PUT", f"/meetings/{OPEN}/votes/1/closing")
    with clock.set_to(in_seconds(6)):
        clients.act(ANNA, "PUT", f"/meetings/{OPEN}/votes/1/closure")
        assert chair.lines == [
            "Det är lika, 1 mot 1.",
            "I val avgör lotten.",
            "En lapp för ja och en för nej läggs i skålen, och en dras.",
        ]
        assert chair.label == "Lotten föll på ja: Ärendet avgörs i dag"
        drawn = clients.act(ANNA, "PUT", f"/meetings/{OPEN}/votes/1/lot", choice="yes", confirmed=1)
        assert drawn.status_code == 200
        assert (chair.name, chair.label) == ("result", "Klubba")


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (ItemKind.DECISION, "Det finns inget förslag att ta ställning till. Vad yrkas?"),
        (ItemKind.ELECTION, "Det finns inget förslag att ta ställning till. Vem föreslås?"),
        (ItemKind.EMPLOYMENT, "Det finns inget förslag att ta ställning till. Vem föreslås?"),
    ],
)
def test_without_words_for_the_decision_there_is_no_gavel(
    app: Flask, chair: Chair, kind: ItemKind, asked: str
) -> None:
    make(app, kind)
    chair.press()
    assert (chair.name, chair.lines) == ("no_proposal", [asked])
    assert "Klubba" not in chair.panel
    assert 'data-opens="add-proposal"' in chair.panel


def test_what_decides_nothing_is_left_without_a_gavel(
    app: Flask, clients: Clients, chair: Chair
) -> None:
    make(app, ItemKind.FORMALITY)
    step = clients.act(ANNA, "PUT", f"{ITEM}/step", step="proposals", before="debate")
    assert step.status_code == 200
    assert chair.lines == ["Ärendet kräver inget beslut."]
    assert (chair.name, chair.label) == ("no_proposal", "Avsluta ärendet")
    chair.press()
    assert chair.name == "next_item"


def levels(app: Flask, clients: Clients, chair: Chair) -> int:
    board = {"kind": "adopt", "text": "Simhallen byggs", "proposer": "kommunstyrelsen"}
    clients.act(KLARA, "POST", f"{ITEM}/proposals", **board)
    clients.act(BO, "POST", f"{ITEM}/proposals", kind="reject", text="Avslag")
    chair.press()
    chair.press()
    return chair.panel.count('id="level-')


def test_the_answers_from_afar_have_a_meter_only_when_somebody_is_there(
    app: Flask, clients: Clients, chair: Chair
) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        for seat in session.query(Seat).filter(Seat.meeting_id == OPEN, Seat.mode == "remote"):
            seat.mode = "hall"
    assert levels(app, clients, chair) == 0


def test_the_answers_from_afar_have_a_meter_for_each_proposal(
    app: Flask, clients: Clients, chair: Chair
) -> None:
    assert levels(app, clients, chair) == 2
