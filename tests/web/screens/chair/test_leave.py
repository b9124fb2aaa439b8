"""The chair asks the council whether an interpellation or a question may be put."""

import pytest
from flask import Flask

from agenda.models import Item
from agenda.rules.kinds import ItemKind
from core import clock
from tests.web.screens.chair.test_script import Chair, in_seconds
from tests.worlds import ANNA, BO, OPEN, Clients


@pytest.fixture
def chair(app: Flask, clients: Clients) -> Chair:
    with app.extensions["database"].writing() as session, session.begin():
        item = session.get_one(Item, 3)
        item.kind, item.proposer_id = ItemKind.QUESTION, BO
    return Chair(app, clients)


def test_the_question_is_put_and_the_gavel_falls_before_anybody_speaks(chair: Chair) -> None:
    assert chair.lines == [
        "Vi går till ärende 3, Ny simhall i Östra parken.",
        "Får frågan ställas?",
        "Jag finner att svaret är ja.",
    ]
    assert chair.label == "Klubba: den får ställas"
    chair.press()
    assert (chair.name, chair.label) == ("debate_ends", "Avsluta ärendet")


def test_when_the_answer_is_no_the_item_is_left(chair: Chair) -> None:
    chair.press("Klubba: den får inte ställas")
    assert (chair.lines, chair.label) == (["Frågan får inte ställas"], "Avsluta ärendet")
    chair.press()
    assert chair.name == "next_item"


@pytest.mark.parametrize(
    ("yes", "no", "found"),
    [
        (2, 1, "Klubba: den får ställas"),
        (1, 2, "Klubba: den får inte ställas"),
    ],
)
def test_a_division_decides_it(
    clients: Clients, chair: Chair, yes: int, no: int, found: str
) -> None:
    chair.press("Votering är begärd")
    assert chair.name == "open_vote"
    for person, choice in enumerate(["yes"] * yes + ["no"] * no, start=2):
        url = f"/meetings/{OPEN}/votes/1/ballot"
        assert clients.act(person, "PUT", url, choice=choice).status_code == 200
    clients.act(ANNA, "PUT", f"/meetings/{OPEN}/votes/1/closing", confirmed=1)
    with clock.set_to(in_seconds(6)):
        clients.act(ANNA, "PUT", f"/meetings/{OPEN}/votes/1/closure")
        assert (chair.name, chair.label) == ("leave_divided", found)
        chair.press()
        assert chair.name == ("debate_ends" if yes > no else "no_leave")
