"""Kungörelse and kallelse: time, place and items (KL 5:13, 5:15)."""

import re

from flask import Flask
from sqlalchemy import delete

from councils.models import ProcedureInForce
from tests.agenda.agendas import convene, unannounced
from tests.agenda.papers import attach, get
from tests.meetings.halls import Wall, clock
from tests.worlds import BO, DAN, KLARA, PLANNED, SIV, Clients

SUMMONS = f"/meetings/{PLANNED}/summons"


def test_until_it_is_posted_the_summons_is_a_draft_of_the_office(
    app: Flask, clients: Clients
) -> None:
    unannounced(app)
    for person in (None, BO, DAN):
        assert get(clients, person, SUMMONS).status_code == 404
    draft = get(clients, KLARA, SUMMONS).text
    assert "Utkast. Inte anslagen än." in draft
    assert f'action="/meetings/{PLANNED}/convening"' in draft
    convene(app)
    posted = get(clients, None, SUMMONS)
    assert posted.status_code == 200
    assert "/convening" not in posted.text
    assert "/convening" not in get(clients, KLARA, SUMMONS).text


def test_it_tells_time_place_and_every_item(app: Flask, clients: Clients) -> None:
    clients.act(KLARA, "PUT", f"/meetings/{PLANNED}/agenda/9", proposer="Kommunstyrelsen")
    clients.act(KLARA, "PUT", f"/meetings/{PLANNED}/agenda/10", closed_doors="1")
    convene(app)
    html = re.sub(r"\s+", " ", get(clients, None, SUMMONS).text)
    assert "Lillköpings kommunfullmäktige kallas till sammanträde." in html
    assert "Måndag 14 december 2026 klockan&nbsp;18.00" in html
    assert "<dd>Stadshuset" in html
    items = r'class="order">(\S+)</span> <div><span class="strong">([^<]*)<'
    assert re.findall(items, html) == [
        ("1", "Upprop"),
        ("2", "Val av justerare"),
        ("3", "Ny simhall i Östra parken"),
        ("4", "Motion om fria bussar"),
        ("5", "Interpellation om skolmaten"),
        ("6", "Anmälningsärenden"),
    ]
    assert html.count("Överläggningen hålls bakom stängda dörrar.") == 1
    assert "Anna Ask (S)" in html


def test_no_distance_is_promised_that_the_council_has_not_decided_on(
    app: Flask, clients: Clients
) -> None:
    promised, warned = "Ledamöter får delta på distans.", "Då kan ingen delta på distans."
    page = get(clients, KLARA, SUMMONS).text
    assert (page.count(promised), page.count(warned)) == (1, 0)
    with app.extensions["database"].writing() as session, session.begin():
        session.execute(delete(ProcedureInForce))
    page = get(clients, KLARA, SUMMONS).text
    assert (page.count(promised), page.count(warned)) == (0, 1)
    convene(app)
    posted = get(clients, None, SUMMONS).text
    assert (posted.count(promised), posted.count(warned)) == (0, 0)


def test_documents_are_linked_but_not_those_behind_closed_doors(
    app: Flask, clients: Clients
) -> None:
    attach(clients, PLANNED, 9, "Tjänsteutlåtande")
    attach(clients, PLANNED, 10, "Hemlig bilaga")
    clients.act(KLARA, "PUT", f"/meetings/{PLANNED}/agenda/10", closed_doors="1")
    convene(app)
    for person in (None, BO, KLARA):
        html = get(clients, person, SUMMONS).text
        assert "Tjänsteutlåtande" in html
        assert "Hemlig bilaga" not in html


def test_the_list_of_those_who_have_been_called_is_a_page_to_print(
    app: Flask, clients: Clients
) -> None:
    """KL 5:15, SUMM-1: everybody by name with the day and the way, and nobody else reads it."""
    unannounced(app)
    convene(app)
    url, told = f"/meetings/{PLANNED}/summonses", {"how": "handed", "day": "2026-12-01"}
    with clock.set_to(Wall("2026-12-01T09:00:00+00:00")):
        assert clients.act(KLARA, "POST", url, person=[BO, SIV], **told).status_code == 200
        page = re.sub(r"\s+", " ", get(clients, KLARA, f"{SUMMONS}/called").text)
    rows = re.findall(r'<tr><th scope="row">([^<]*)</th><td>(.*?)</td><td>([^<]*)</td>', page)
    called = [(name, how) for name, day, how in rows if "1 december 2026" in day]
    assert called == [("Bo Bok (V)", "överlämnad"), ("Siv Sälg (V)", "överlämnad")]
    assert len(rows) == 23
    assert "21 är inte kallade" in page
    for person in (BO, DAN):
        assert get(clients, person, f"{SUMMONS}/called").status_code == 403
