"""KL 5:51: what one meeting did not finish comes up in another."""

from typing import Any

import pytest
from flask import Flask

from agenda.models import Document, Item
from agenda.queries.listing import documents_of
from core import clock
from tests.agenda.agendas import convene, item, kinds_of_facts, printed, set_meeting
from tests.worlds import ANNA, DAN, KLARA, OPEN, PIA, PLANNED, Clients

MOTION = 4  # on the agenda of the other meeting


@pytest.fixture(autouse=True)
def the_other_meeting_is_over(app: Flask) -> None:
    set_meeting(app, OPEN, closed_at=clock.now())


def carry_over(clients: Clients, item_id: int = MOTION, by: int = KLARA) -> Any:
    return clients.act(by, "POST", f"/meetings/{PLANNED}/agenda/carried", item=item_id)


def change(app: Flask, item_id: int, **values: Any) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        for name, value in values.items():
            setattr(session.get_one(Item, item_id), name, value)


def test_it_stands_last_in_the_same_words_and_knows_where_it_comes_from(
    app: Flask, clients: Clients
) -> None:
    change(app, MOTION, proposer="Bo Berg (M)", draft="Motionen bifalls.", case_number="7")
    before, number = item(app, MOTION), len(printed(app)) + 1
    answer = carry_over(clients)
    assert answer.status_code == 200
    now = item(app, answer.json["made"])
    assert (now.meeting_id, now.carried_from, now.number) == (PLANNED, MOTION, number)
    same = ("title", "kind", "proposer", "proposer_id", "draft", "case_number", "prepared_by")
    assert [getattr(now, each) for each in same] == [getattr(before, each) for each in same]
    assert kinds_of_facts(app)[-1:] == ["agenda.item_added"]


def test_its_documents_come_with_it(app: Flask, clients: Clients) -> None:
    kept = {"size": 9, "pages": 2, "attached_at": clock.now()}
    with app.extensions["database"].writing() as session, session.begin():
        for position, (title, gone) in enumerate([("A", None), ("B", clock.now()), ("C", None)]):
            paper = Document(item_id=MOTION, position=position, title=title, sha256=title, **kept)
            paper.removed_at = gone
            session.add(paper)
    made = carry_over(clients).json["made"]
    with app.extensions["database"].reading() as session:
        papers = [(each.title, each.sha256) for each in documents_of(session, [made])[made]]
    assert papers == [("A", "A"), ("C", "C")]
    assert kinds_of_facts(app)[-3:] == [
        "agenda.item_added",
        "document.attached",
        "document.attached",
    ]


def test_after_the_notice_it_gets_the_number_after_the_highest(
    app: Flask, clients: Clients
) -> None:
    convene(app)
    carry_over(clients)
    assert printed(app)[-1] == (7, item(app, MOTION).title)


def test_it_is_taken_up_once_and_again_if_it_is_taken_off(app: Flask, clients: Clients) -> None:
    made = carry_over(clients).json["made"]
    refused = carry_over(clients)
    assert refused.status_code == 409
    assert "redan upptaget" in refused.json["error"]
    clients.act(KLARA, "DELETE", f"/meetings/{PLANNED}/agenda/{made}")
    assert carry_over(clients).status_code == 200


def test_only_what_is_left_of_a_finished_meeting(app: Flask, clients: Clients) -> None:
    set_meeting(app, OPEN, closed_at=None)
    assert carry_over(clients).status_code == 409
    set_meeting(app, OPEN, closed_at=clock.now())
    change(app, MOTION, removed_at=clock.now())
    assert carry_over(clients).status_code == 409
    assert carry_over(clients, item_id=999).status_code == 404
    assert kinds_of_facts(app) == []


def test_only_the_council_office_takes_up_a_matter(app: Flask, clients: Clients) -> None:
    assert [carry_over(clients, by=person).status_code for person in (ANNA, PIA, DAN)] == [403] * 3
    assert kinds_of_facts(app) == []
