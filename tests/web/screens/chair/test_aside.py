"""The chair is shown who is accountable, before anything can be put."""

import pytest
from flask import Flask

from agenda.models import Accountable, Item
from tests.web.screens.chair.test_script import Chair
from tests.worlds import ANNA, BO, Clients


def mark(app: Flask, matter: str, *people: int) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        item = session.get_one(Item, 3)
        item.audit, item.draft = matter, "Styrelsen beviljas ansvarsfrihet."
        session.add_all(Accountable(item_id=3, person_id=each) for each in people)


def test_in_a_discharge_when_the_debate_is_over(app: Flask, clients: Clients) -> None:
    mark(app, "discharge", BO)
    chair = Chair(app, clients)
    chair.press("Avsluta debatten")
    assert chair.lines == ["Bo Bok (V) deltar inte i beslutet om ansvarsfrihet."]
    chair.press("De står åt sidan")
    assert chair.lines[:2] == [
        "Säger fullmäktige ja till detta?",
        "Styrelsen beviljas ansvarsfrihet.",
    ]


@pytest.mark.parametrize(
    ("people", "lines"),
    [
        ((BO,), ["Bo Bok (V) deltar inte i valet av revisorer."]),
        (
            (ANNA, BO),
            [
                "Anna Ask (S) och Bo Bok (V) deltar inte i valet av revisorer.",
                "Lämna över ordförandeplatsen först, under Mer.",
            ],
        ),
    ],
)
def test_in_an_election_of_auditors_at_once(
    app: Flask, clients: Clients, people: tuple[int, ...], lines: list[str]
) -> None:
    mark(app, "auditor_election", *people)
    assert Chair(app, clients).lines == lines
