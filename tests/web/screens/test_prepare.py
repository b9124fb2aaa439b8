"""A member prepares: what is read, what is noted, and that nobody else can ever see it."""

import re

from flask import Flask

from agenda.models import Item
from tests.agenda.agendas import convene
from tests.agenda.papers import attach, get
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, PLANNED, SIV, Clients

SIMHALL = 3
SECRET = "Fråga varför kostnaden stigit med elva miljoner"
PREPARE = f"/meetings/{OPEN}/prepare"
PARTS = {
    "meeting_id": str(OPEN),
    "item_id": str(SIMHALL),
    "document_id": "1",
    "council_id": "1",
    "person_id": str(BO),
    "vote_id": "1",
    "audience": "member",
}


def filled(rule: str) -> str:
    """An address of ours with real numbers in it."""
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda part: PARTS.get(part[1], "1"), rule)


def test_the_page_counts_what_is_read(clients: Clients) -> None:
    assert "0 av 6 lästa" in get(clients, BO, PREPARE).text
    for item in (1, 2, 3):
        clients.act(BO, "PUT", f"/meetings/{OPEN}/items/{item}/reading")
    clients.act(ANNA, "PUT", f"/meetings/{OPEN}/items/6/reading")
    html = get(clients, BO, PREPARE).text
    assert "3 av 6 lästa" in html
    assert "Läs ärende 4" in html
    for item in (4, 5, 6):
        clients.act(BO, "PUT", f"/meetings/{OPEN}/items/{item}/reading")
    assert "Du har läst alla ärenden." in get(clients, BO, PREPARE).text


def test_one_item_at_a_time_with_its_documents_and_the_way_on(clients: Clients) -> None:
    document = attach(clients, OPEN, SIMHALL, "Tjänsteutlåtande")
    draft = "Fullmäktige antar förslaget."
    clients.act(KLARA, "PUT", f"/meetings/{OPEN}/agenda/{SIMHALL}", draft=draft)
    html = get(clients, BO, f"{PREPARE}/{SIMHALL}").text
    assert f'href="/meetings/{OPEN}/documents/{document}">Tjänsteutlåtande</a>' in html
    assert draft in html
    assert f'href="{PREPARE}/2"' in html
    assert f'href="{PREPARE}/4"' in html
    assert "Föregående" not in get(clients, BO, f"{PREPARE}/1").text
    assert "Nästa" not in get(clients, BO, f"{PREPARE}/6").text


def test_one_sees_the_own_note_and_may_propose(clients: Clients) -> None:
    clients.act(BO, "PUT", f"/meetings/{OPEN}/items/{SIMHALL}/note", text=SECRET)
    clients.act(BO, "POST", f"/meetings/{OPEN}/items/{SIMHALL}/proposals", kind="reject")
    html = get(clients, BO, f"{PREPARE}/{SIMHALL}").text
    assert SECRET in html
    assert "Återta mitt yrkande" in html
    assert 'id="propose"' in html
    others = get(clients, ANNA, f"{PREPARE}/{SIMHALL}").text
    assert "Avslag på förslaget" in others
    assert "Återta mitt yrkande" not in others
    assert 'id="propose"' not in get(clients, SIV, f"{PREPARE}/{SIMHALL}").text


def test_no_other_page_or_person_ever_shows_a_note(app: Flask, clients: Clients) -> None:
    """Every address that can be read, as everybody: only the own page of the own item has it."""
    attach(clients, OPEN, SIMHALL)
    clients.act(BO, "PUT", f"/meetings/{OPEN}/items/{SIMHALL}/note", text=SECRET)
    rules = [str(rule) for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    addresses = {filled(rule) for rule in rules if "path:" not in rule} - {"/logout"}
    found = set()
    for person in (None, ANNA, BO, SIV, KLARA, PIA, DAN):
        for address in addresses:
            if SECRET.encode() in get(clients, person, address).data:
                found.add((person, address))
    assert found == {(BO, f"{PREPARE}/{SIMHALL}")}


def test_only_the_councils_own_prepare_and_only_what_is_sent_out(
    app: Flask, clients: Clients
) -> None:
    assert get(clients, None, PREPARE).status_code in (302, 303, 401)
    assert get(clients, DAN, PREPARE).status_code == 403
    assert get(clients, BO, f"{PREPARE}/9").status_code == 404
    planned = f"/meetings/{PLANNED}/prepare"
    assert get(clients, BO, planned).status_code == 403
    assert get(clients, KLARA, planned).status_code == 200
    convene(app)
    assert get(clients, SIV, planned).status_code == 200


def test_a_political_secretary_reads_no_documents_behind_closed_doors(clients: Clients) -> None:
    attach(clients, OPEN, 5, "Hemlig bilaga")
    clients.act(KLARA, "PUT", f"/meetings/{OPEN}/agenda/5", closed_doors="1")
    assert "Hemlig bilaga" in get(clients, BO, f"{PREPARE}/5").text
    html = get(clients, PIA, f"{PREPARE}/5").text
    assert "Hemlig bilaga" not in html
    assert "Handlingarna visas bara för fullmäktiges ledamöter." in html


def test_what_is_moved_behind_closed_doors_is_not_read_in_the_preparation(
    app: Flask, clients: Clients
) -> None:
    url = f"/meetings/{OPEN}/items/3/proposals"
    clients.act(BO, "POST", url, kind="reject", text="Köpet ska inte göras.")
    assert "Köpet ska inte göras." in get(clients, PIA, f"{PREPARE}/3").text
    with app.extensions["database"].writing() as session, session.begin():
        session.get_one(Item, 3).closed_doors = True
    assert "Köpet ska inte göras." in get(clients, SIV, f"{PREPARE}/3").text
    html = get(clients, PIA, f"{PREPARE}/3").text
    assert "Köpet ska inte göras." not in html
    assert "Yrkandena visas bara för fullmäktiges ledamöter." in html
