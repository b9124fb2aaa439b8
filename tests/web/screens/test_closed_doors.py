"""While the doors are closed: what a political secretary sees of the meeting, page by page."""

from typing import Any

import pytest
from flask import Flask
from flask_socketio import SocketIOTestClient

from agenda.models import Document, Item
from core import clock
from core.actor import Audience, Onlooker
from meetings.models import Handling
from tests.web.screens.watching import watching
from tests.worlds import ANNA, BO, KLARA, OPEN, PIA, Clients

FIRST_PAGES = ["/member", "/gallery", "/member/statements", "/panels/member"]
DRAFTS = ["/minutes", "/minutes.docx", "/record.json"]
CLOSED = 4


@pytest.fixture(autouse=True)
def closed_item(app: Flask) -> None:
    """Item 3 is done with, and item 4 is to be behind closed doors."""
    with app.extensions["database"].writing() as session, session.begin():
        session.query(Handling).filter_by(meeting_id=OPEN).one().closed_at = clock.now()
        session.get_one(Item, CLOSED).closed_doors = True
        paper = Document(item_id=CLOSED, position=1, title="Hemlig bilaga", sha256="0", size=1)
        paper.pages, paper.attached_at = 1, clock.now()
        session.add(paper)


def close_doors(clients: Clients) -> None:
    url = f"/meetings/{OPEN}/items/{CLOSED}/opening"
    assert clients.act(ANNA, "PUT", url).status_code == 200


def open_doors(clients: Clients) -> None:
    url = f"/meetings/{OPEN}/items/{CLOSED}/closing"
    assert clients.act(ANNA, "PUT", url, confirmed=1).status_code == 200


def statuses(clients: Clients, person: int, pages: list[str]) -> dict[str, int]:
    browser = clients.sign_in(person)
    return {page: browser.get(f"/meetings/{OPEN}{page}").status_code for page in pages}


def test_the_members_pages_are_shut_for_her_while_it_lasts(clients: Clients) -> None:
    pages = FIRST_PAGES + DRAFTS
    assert statuses(clients, PIA, pages) == dict.fromkeys(pages, 200)
    close_doors(clients)
    assert statuses(clients, PIA, pages) == dict.fromkeys(pages, 403)
    assert statuses(clients, BO, pages) == dict.fromkeys(pages, 200)
    said: Any = clients.sign_in(PIA).get(f"/meetings/{OPEN}/member").json
    assert said["error"] == "Dörrarna är stängda. Läs in sidan igen när ärendet är avslutat."


def test_afterwards_she_follows_again_but_does_not_read_who_spoke(clients: Clients) -> None:
    close_doors(clients)
    open_doors(clients)
    assert statuses(clients, PIA, FIRST_PAGES) == dict.fromkeys(FIRST_PAGES, 200)
    assert statuses(clients, PIA, DRAFTS) == dict.fromkeys(DRAFTS, 403)
    assert statuses(clients, BO, DRAFTS) == dict.fromkeys(DRAFTS, 200)


def patches(client: SocketIOTestClient) -> list[str]:
    """Also those that came before the line was cut."""
    return [packet["name"] for packet in vars(client)["queue"] if packet["name"] == "patch"]


def test_whoever_must_leave_the_room_is_deaf_at_once(app: Flask, clients: Clients) -> None:
    live = app.extensions["live"]
    pia, bo = (watching(app, clients, who, "member") for who in (PIA, BO))
    desk = watching(app, clients, PIA, "support", group="S")
    close_doors(clients)
    live.flush()
    assert (pia.is_connected(), patches(pia)) == (False, [])
    assert (bo.is_connected(), patches(bo)) == (True, ["patch"])
    assert (desk.is_connected(), patches(desk)) == (True, ["patch"])


def test_an_item_in_the_open_parts_nobody(app: Flask, clients: Clients) -> None:
    pia = watching(app, clients, PIA, "member")
    assert clients.act(ANNA, "PUT", f"/meetings/{OPEN}/items/2/opening").status_code == 200
    app.extensions["live"].flush()
    assert (pia.is_connected(), patches(pia)) == (True, ["patch"])


def test_a_groups_desk_is_not_told_of_documents_hands_and_votes(
    app: Flask, clients: Clients
) -> None:
    close_doors(clients)
    url = f"/meetings/{OPEN}"
    clients.act(BO, "PUT", f"{url}/items/{CLOSED}/attestation")
    clients.act(BO, "POST", f"{url}/requests", item=CLOSED, kind="speech")
    clients.act(6, "POST", f"{url}/help-calls", reason="Jag hittar inte handlingen")
    clients.act(KLARA, "POST", f"{url}/document-offers", person=6, document=1)
    group, office = (
        app.extensions["live"].view(OPEN, Onlooker(Audience.SUPPORT, letters))
        for letters in ("S", None)
    )
    assert group["seats"]["hand"] == "." * 21
    assert office["seats"]["hand"] == "..1" + "." * 18
    told = ("Hemlig bilaga", "Skicka handlingen")
    assert [words in str(group["panels"]) for words in told] == [False, False]
    assert [words in str(office["panels"]) for words in told] == [True, True]
