"""The chair is offered only what the law lets two thirds decide, and reads its words aloud."""

from html import unescape

import pytest
from flask import Flask
from sqlalchemy import delete

from agenda.models import Item
from core import clock
from core.actor import Audience, Onlooker
from meetings.models import Handling
from tests.web.screens.chair.test_script import Chair, in_seconds
from tests.worlds import ANNA, BO, KLARA, OPEN, Clients

ITEM = f"/meetings/{OPEN}/items/3"


@pytest.fixture
def chair(app: Flask, clients: Clients) -> Chair:
    """Opened by the chair, so that the minutes tell of it."""
    with app.extensions["database"].writing() as session, session.begin():
        session.execute(delete(Handling))
    assert clients.act(ANNA, "PUT", f"{ITEM}/opening").status_code == 200
    return Chair(app, clients)


def mark(chair: Chair, **about: str) -> None:
    with chair.app.extensions["database"].writing() as session, session.begin():
        item = session.get_one(Item, 3)
        for name, value in about.items():
            setattr(item, name, value)


def debate(chair: Chair) -> None:
    assert chair.label == "Öppna debatten"
    chair.press()
    assert chair.label == "Avsluta debatten"


def hold(chair: Chair, yes: int, no: int) -> int:
    """From the button that opens it to the result; the chair votes last."""
    opened = chair.press().json["made"]
    ballot = f"/meetings/{OPEN}/votes/{opened}/ballot"
    said = ["yes"] * yes + ["no"] * no
    for person, choice in zip(range(21, 0, -1), said, strict=False):
        assert chair.clients.act(person, "PUT", ballot, choice=choice).status_code == 200
    chair.press()
    with clock.set_to(in_seconds(6)):
        closure = f"/meetings/{OPEN}/votes/{opened}/closure"
        assert chair.clients.act(ANNA, "PUT", closure, key=f"close-{opened}").status_code == 200
    return int(opened)


def seen(chair: Chair, audience: Audience, panel: str) -> str:
    panels = chair.app.extensions["live"].view(OPEN, Onlooker(audience))["panels"]
    return unescape(panels[panel])


def test_an_extra_election_is_only_tabled_the_first_time(chair: Chair) -> None:
    mark(chair, special="extra_election")
    assert chair.lines == [
        "Vi går till ärende 3, Ny simhall i Östra parken.",
        "Ärendet gäller extra val till fullmäktige.",
        "Enligt lagen bordläggs det alltid första gången det tas upp.",
        "Ärendet bordläggs och tas upp vid nästa sammanträde.",
    ]
    assert chair.label == "Klubba bordläggningen"
    steps = seen(chair, Audience.CHAIR, "head")
    assert [word in steps for word in ("Debatt", "Yrkanden", "Votering", "Beslut")] == [
        True,
        False,
        False,
        True,
    ]
    chair.press()
    assert (chair.name, chair.label) == ("decided", "Avsluta ärendet")


def test_who_wants_to_speak_does_so_before_it_is_tabled(chair: Chair, clients: Clients) -> None:
    mark(chair, special="extra_election")
    clients.act(BO, "POST", f"/meetings/{OPEN}/requests", item=3, kind="speech")
    assert chair.label == "Öppna debatten"
    chair.press()
    assert chair.label == "Ge ordet till Bo Bok"


def test_a_popular_initiative_is_counted_and_held_though_no_won(chair: Chair) -> None:
    mark(chair, special="popular_initiative")
    debate(chair)
    reject = {"kind": "reject", "proposer": "kommunstyrelsen"}
    assert chair.clients.act(KLARA, "POST", f"{ITEM}/proposals", **reject).status_code == 200
    chair.press()
    assert (chair.name, chair.label) == ("counted", "Öppna voteringen")
    assert chair.lines == [
        "Folkomröstningen hålls om inte två tredjedelar av de närvarande röstar nej.",
        "Det är minst 14 av 21. Därför räknas rösterna.",
        "Ja: Folkomröstning ska hållas. Nej: Folkomröstning ska inte hållas.",
        "Godkänns det?",
    ]
    vote = hold(chair, yes=7, no=13)
    told = "13 av 21 närvarande röstade nej. Det räcker inte: minst 14 behövs."
    assert chair.lines == [
        "Voteringen är avslutad. 7 ja, 13 nej, 0 avstår.",
        "13 av 21 närvarande röstade nej.",
        "Det räcker inte: minst 14 krävs.",
        "Fullmäktige har beslutat: Folkomröstning ska hållas.",
    ]
    for audience, panel in [
        (Audience.HALL, "words"),
        (Audience.PUBLIC, "now"),
        (Audience.MEMBER, "vote"),
    ]:
        assert seen(chair, audience, panel).count("Folkomröstning ska hållas") == 1
        assert told in seen(chair, audience, panel)
    page = unescape(chair.clients.sign_in(BO).get(f"/meetings/{OPEN}/votes/{vote}").text)
    assert "<h1>Folkomröstning ska hållas.</h1>" in page
    assert "14 av 21 närvarande för nej" in page


def test_while_the_vote_is_open_every_screen_says_how_many_are_needed(chair: Chair) -> None:
    mark(chair, special="popular_initiative")
    debate(chair)
    chair.press()
    chair.press()
    told = "För nej krävs två tredjedelar: minst 14 av 21 närvarande."
    for audience, panel in [
        (Audience.HALL, "words"),
        (Audience.PUBLIC, "now"),
        (Audience.MEMBER, "vote"),
        (Audience.CHAIR, "vote"),
    ]:
        assert told in seen(chair, audience, panel)


def test_a_committee_is_exempted_after_it_has_been_set_up(chair: Chair) -> None:
    mark(chair, special="nonpartisan_committee")
    debate(chair)
    board = {"kind": "adopt", "text": "Nämnden inrättas", "proposer": "kommunstyrelsen"}
    assert chair.clients.act(KLARA, "POST", f"{ITEM}/proposals", **board).status_code == 200
    assert chair.clients.act(BO, "POST", f"{ITEM}/proposals", kind="exempt").status_code == 200
    chair.press()
    assert (chair.name, chair.label) == ("one_proposal", "Klubba")
    chair.press()
    assert chair.name == "counted"
    assert chair.lines[0] == "Nämnden undantas bara om två tredjedelar av de närvarande röstar ja."
    hold(chair, yes=14, no=6)
    assert chair.lines[1:] == [
        "14 av 21 närvarande röstade ja.",
        "Det är minst två tredjedelar. Det räcker.",
        "Fullmäktige har beslutat: Nämnden undantas från lagen om proportionella val.",
    ]


def test_only_in_such_an_item_can_the_exemption_be_chosen(chair: Chair) -> None:
    exempt = "Undantag från proportionellt val"
    assert exempt not in seen(chair, Audience.CHAIR, "dialogs")
    mark(chair, special="nonpartisan_committee")
    assert exempt in seen(chair, Audience.CHAIR, "dialogs")


def test_the_office_sees_what_the_law_says_of_the_item(chair: Chair) -> None:
    def page() -> str:
        return unescape(chair.clients.sign_in(KLARA).get(f"/meetings/{OPEN}/agenda/3").text)

    mark(chair, title="Extra val till kommunfullmäktige")
    assert "Gäller ärendet extra val till fullmäktige?" in page()
    sent = {"special": "extra_election", "first_meeting": "2026-10-19"}
    url = f"/meetings/{OPEN}/agenda/3"
    assert chair.clients.act(KLARA, "PUT", url, **sent).status_code == 200
    assert "Första gången ärendet tas upp bordläggs det alltid (5 kap. 50 §)." in page()
    assert "Extra val får beslutas tidigast 20 april 2027 (5 kap. 10 §)." in page()
    about = {"electors": "20001", "signatures": "2001", "submitted_on": "2026-11-30"}
    sent = {"special": "popular_initiative"} | about
    assert chair.clients.act(KLARA, "PUT", url, **sent).status_code == 200
    found = page().replace("\N{NO-BREAK SPACE}", " ")
    assert "2 001 underskrifter av 20 001 röstberättigade. Minst 2 001 krävs" in found
    assert "Underskrifter från och med 30 maj 2026 räknas." in found
