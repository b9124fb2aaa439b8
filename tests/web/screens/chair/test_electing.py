"""The chair when persons are chosen on ballot papers: asked for by one, or proportional."""

import re

import pytest
from flask import Flask

from agenda.models import Item, Proposal
from agenda.rules.kinds import ItemKind
from core.actor import Audience, Onlooker
from tests.web.screens.chair.test_lots_and_nothing_to_ask import ITEM, make
from tests.web.screens.chair.test_script import Chair
from tests.worlds import ANNA, BO, OPEN, Clients
from voting.models import Decision

HELD = "Sedlarna delas ut, läggs i urnan och räknas av rösträknarna."
REQUEST = {"election": "committee", "whom": "members", "places": 6}


@pytest.fixture
def chair(app: Flask, clients: Clients) -> Chair:
    make(app, ItemKind.ELECTION)
    clients.act(BO, "POST", f"{ITEM}/proposals", kind="adopt", text="Bo Bok (V) väljs")
    found = Chair(app, clients)
    found.press()
    return found


def dialogs(app: Flask) -> str:
    seen = app.extensions["live"].view(OPEN, Onlooker(Audience.CHAIR))
    return str(seen["panels"]["dialogs"])


def test_one_who_asks_for_a_division_has_it_on_ballot_papers(
    app: Flask, clients: Clients, chair: Chair
) -> None:
    chair.press("Ställ frågan")
    clients.act(BO, "POST", f"{ITEM}/division-demands")
    assert chair.name == "ballot"
    assert chair.lines == ["Votering är begärd. I val är den sluten (5 kap. 54 §).", HELD]
    assert 'data-opens="elected"' in chair.panel
    form = re.findall(r'action="([^"]*/decisions)"', dialogs(app))
    elected = {"how": "ballot", "text": "Bo Bok (V) väljs"}
    assert clients.act(ANNA, "POST", form[0], **elected).status_code == 200
    assert (chair.name, chair.lines) == ("decided", ["Fullmäktige har beslutat: Bo Bok (V) väljs"])


def test_enough_who_ask_make_it_proportional(clients: Clients, chair: Chair) -> None:
    clients.act(ANNA, "POST", f"{ITEM}/proportional-requests", **REQUEST, asked=3)
    assert chair.lines == [
        "3 begär proportionellt val. Till 6 platser behövs 3 av 21 närvarande.",
        "Det räcker: valet är proportionellt (2 § lagen 2022:629).",
        HELD,
    ]
    assert chair.name == "ballot"


def test_too_few_are_told_so_and_the_chair_goes_on(clients: Clients, chair: Chair) -> None:
    clients.act(ANNA, "POST", f"{ITEM}/proportional-requests", **REQUEST, asked=2)
    assert chair.lines[:2] == [
        "2 begär proportionellt val. Till 6 platser behövs 3 av 21 närvarande.",
        "Det räcker inte (2 § lagen 2022:629).",
    ]
    assert chair.label == "Klubba"


def test_it_can_be_asked_for_until_the_election_is_decided(app: Flask, chair: Chair) -> None:
    assert 'data-opens="proportional"' in chair.panel
    assert 'name="asked"' in dialogs(app)
    chair.press()
    assert 'data-opens="proportional"' not in chair.panel
    assert 'name="asked"' not in dialogs(app)


def test_the_tick_is_there_when_two_thirds_have_exempted_the_committee(
    app: Flask, chair: Chair
) -> None:
    tick = re.compile(r'name="excepted" value="1"( checked)?')
    assert tick.findall(dialogs(app)) == [""]
    with app.extensions["database"].writing() as session, session.begin():
        session.get_one(Item, 1).title = "En ny arenanämnd"
        session.get_one(Item, 3).title = "Val till arenanämnden"
        exempt = Proposal(item_id=1, kind="exempt", text="Så", proposer="Bo", made_at="2026")
        session.add(exempt)
        session.flush()
        made = Decision(meeting_id=OPEN, item_id=1, text="Så", how="division", at="2026")
        made.proposal_id, made.standing_at, made.step_before = exempt.id, "2026", "division"
        session.add(made)
    assert tick.findall(dialogs(app)) == [" checked"]
    assert "Ikryssat av beslutet 14 december 2026: En ny arenanämnd" in dialogs(app)


def test_who_is_employed_is_decided_on_ballot_papers_too_but_never_proportionally(
    app: Flask, clients: Clients, chair: Chair
) -> None:
    make(app, ItemKind.EMPLOYMENT)
    chair.press("Ställ frågan")
    clients.act(BO, "POST", f"{ITEM}/division-demands")
    asked = "Votering är begärd. När någon anställs är den sluten (5 kap. 54 §)."
    assert (chair.name, chair.lines) == ("ballot", [asked, HELD])
    assert "Skriv in vem som anställs" in chair.panel
    assert "Räkna sedlarna" in chair.panel
    assert 'data-opens="proportional"' not in chair.panel
    form = re.findall(r'action="([^"]*/decisions)"', dialogs(app))
    employed = {"how": "ballot", "text": "Bo Bok anställs"}
    assert clients.act(ANNA, "POST", form[0], **employed).status_code == 200
    assert (chair.name, chair.lines) == ("decided", ["Fullmäktige har beslutat: Bo Bok anställs"])


def test_other_items_have_no_such_button(app: Flask, chair: Chair) -> None:
    make(app, ItemKind.DECISION)
    assert 'data-opens="proportional"' not in chair.panel
