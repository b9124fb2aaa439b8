"""What screens show of the agenda: the same statements for six items as for a hundred."""

import re
from typing import Any

import pytest
from flask import Flask

from agenda.live import AGENDA, PANELS
from agenda.models import Document, Item
from agenda.queries.listing import rows
from agenda.queries.meetings import meeting_now
from agenda.queries.proposals import own_proposals
from core import clock, log
from core.actor import Audience, Onlooker
from tests.agenda.agendas import convene
from tests.agenda.papers import attach
from tests.meetings.queries.counting import statements
from tests.worlds import ANNA, BO, KLARA, OPEN, PLANNED, Clients

SIMHALL = 3
MEMBER, CLERK = Onlooker(Audience.MEMBER), Onlooker(Audience.CLERK)


def drawn(app: Flask, panel: str, onlooker: Onlooker = MEMBER, meeting_id: int = OPEN) -> str:
    html: str = app.extensions["live"].view(meeting_id, onlooker)["panels"][panel]
    return re.sub(r"\s+", " ", html)


def a_hundred_items(app: Flask) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        for number in range(1000, 1100):
            item = Item(id=number, meeting_id=OPEN, position=number, number=number)
            item.title, item.kind, item.minutes_planned = f"Ärende {number}", "decision", 5
            session.add(item)
        session.flush()
        for number in range(1000, 1100):
            for position in (1, 2):
                document = Document(item_id=number, position=position, title="Underlag", size=1)
                document.sha256, document.pages, document.attached_at = "a", 1, clock.now()
                session.add(document)


def _ask_for_rows(session: Any) -> object:
    return rows(session, meeting_now(session, OPEN))


@pytest.mark.parametrize("name", ["agenda", "document"])
def test_a_panel_costs_the_same_however_long_the_agenda(app: Flask, name: str) -> None:
    panel = next(panel for panel in PANELS if panel.name == name)
    database = app.extensions["database"]
    with_six = statements(database, lambda session: panel.context(session, OPEN, MEMBER))
    a_hundred_items(app)
    with_many = statements(database, lambda session: panel.context(session, OPEN, MEMBER))
    assert (with_six, with_many) == (5, 5)


def test_the_editors_list_costs_five_questions(app: Flask) -> None:
    a_hundred_items(app)
    assert statements(app.extensions["database"], _ask_for_rows) == 5


def test_a_draft_agenda_is_shown_to_the_office_alone(app: Flask) -> None:
    assert "Föredragningslistan är inte klar än." in drawn(app, "agenda", MEMBER, PLANNED)
    assert "Ny simhall i Östra parken" in drawn(app, "agenda", CLERK, PLANNED)
    convene(app)
    assert "Ny simhall i Östra parken" in drawn(app, "agenda", MEMBER, PLANNED)


def test_the_open_item_is_marked_and_its_documents_are_there(app: Flask, clients: Clients) -> None:
    assert 'id="document"' in drawn(app, "document")
    assert " hidden" in drawn(app, "document").split(">")[0]
    document = attach(clients, OPEN, SIMHALL, "Tjänsteutlåtande")
    attach(clients, OPEN, 4, "Till ett annat ärende")
    html = drawn(app, "document")
    assert re.findall(r"<span>([^<]*)</span></a>", html) == ["Tjänsteutlåtande"]
    clients.act(ANNA, "PUT", f"/meetings/{OPEN}/items/{SIMHALL}/shown", document=document, page=2)
    html = drawn(app, "document")
    assert f'data-shown="{document}" data-page="2"' in html
    assert f'href="/meetings/{OPEN}/documents/{document}#sida=2"' in html
    assert "Ordföranden visar sidan 2" in html
    assert drawn(app, "agenda").count('aria-current="step"') == 1


def test_the_chairs_document_is_not_shown_once_it_is_removed(app: Flask, clients: Clients) -> None:
    document = attach(clients, OPEN, SIMHALL)
    clients.act(ANNA, "PUT", f"/meetings/{OPEN}/items/{SIMHALL}/shown", document=document, page=1)
    clients.act(KLARA, "DELETE", f"/meetings/{OPEN}/agenda/{SIMHALL}/documents/{document}")
    assert "data-shown" not in drawn(app, "document")


def test_everybody_knows_which_proposals_are_their_own(app: Flask, clients: Clients) -> None:
    url = f"/meetings/{OPEN}/items/{SIMHALL}/proposals"
    first = clients.act(BO, "POST", url, kind="adopt").json["made"]
    second = clients.act(KLARA, "POST", url, kind="reject", person=ANNA).json["made"]
    clients.act(KLARA, "POST", url, kind="adopt", proposer="Kommunstyrelsen")
    third = clients.act(BO, "POST", url, kind="table").json["made"]
    clients.act(BO, "DELETE", f"/meetings/{OPEN}/proposals/{first}")
    with app.extensions["database"].reading() as session:
        assert own_proposals(session, OPEN) == {BO: {str(third): True}, ANNA: {str(second): True}}


def test_what_is_handed_out_in_the_meeting_reaches_everybody_at_once(
    app: Flask, clients: Clients
) -> None:
    """In the hall and at a distance: the news itself draws the list of documents anew."""
    attach(clients, OPEN, 3, "Utdelat på plats")
    with app.extensions["database"].reading() as session:
        (told,) = [entry.kind for entry in log.read(session, OPEN)]
    patch = app.extensions["live"].view(OPEN, Onlooker(Audience.MEMBER), {told})
    assert told in AGENDA
    assert "Utdelat på plats" in patch["panels"]["document"]
