"""The chair refuses a proposal, reads out why, and everybody sees it struck with its reason."""

from html import unescape

import pytest
from flask import Flask

from agenda.models import Proposal
from core import clock
from core.actor import Audience, Onlooker
from tests.web.screens.chair.test_script import Chair, in_seconds
from tests.worlds import ANNA, BO, OPEN, Clients

REFUSAL = f"/meetings/{OPEN}/proposals/2/refusal"


@pytest.fixture
def chair(app: Flask, clients: Clients) -> Chair:
    with app.extensions["database"].writing() as session, session.begin():
        for kind, text in (("adopt", "Simhallen byggs"), ("amend", "Parken säljs")):
            session.add(
                Proposal(
                    item_id=3,
                    kind=kind,
                    text=text,
                    person_id=BO,
                    proposer="Bo Bok (V)",
                    made_at=clock.now(),
                )
            )
    return Chair(app, clients)


def refuse(clients: Clients, ground: str) -> None:
    said = {"ground": ground, "words": "Parken är en gåva."}
    assert clients.act(ANNA, "PUT", REFUSAL, **said).status_code == 200


@pytest.mark.parametrize(
    "audience", [Audience.CHAIR, Audience.MEMBER, Audience.HALL, Audience.PUBLIC, Audience.CLERK]
)
def test_everybody_sees_it_struck_with_the_reason(
    app: Flask, clients: Clients, chair: Chair, audience: Audience
) -> None:
    refuse(clients, "new_matter")
    seen = app.extensions["live"].view(OPEN, Onlooker(audience))["panels"]
    page = unescape("".join(seen.values()))
    assert "<s>Parken säljs</s>" in page
    assert "Prövas inte: väcker ett nytt ärende." in page


def test_the_chair_asks_the_council_and_goes_on_with_the_rest(
    clients: Clients, chair: Chair
) -> None:
    refuse(clients, "unlawful")
    chair.press("Avsluta debatten")
    assert chair.lines == [
        "Jag ställer inte proposition på yrkandet från Bo Bok (V). Parken är en gåva.",
        "Ska yrkandet från Bo Bok (V) prövas, fast ordföranden anser att beslutet skulle strida "
        "mot lag?",
    ]
    chair.press()
    assert chair.label == "Jag finner: yrkandet från Bo Bok (V) prövas inte"
    chair.press()
    assert chair.lines == ["Jag finner: yrkandet från Bo Bok (V) prövas inte."]
    chair.press()
    with clock.set_to(in_seconds(4)):
        assert chair.lines[:2] == ["Säger fullmäktige ja till detta?", "Simhallen byggs"]


def test_a_division_on_it_is_told_as_what_it_is(clients: Clients, chair: Chair) -> None:
    refuse(clients, "unlawful")
    chair.press("Avsluta debatten")
    chair.press()
    clients.act(BO, "POST", f"/meetings/{OPEN}/items/3/division-demands")
    assert chair.lines[1:3] == [
        "Ja: Yrkandet från Bo Bok (V) prövas.",
        "Nej: Yrkandet från Bo Bok (V) prövas inte.",
    ]
    chair.press()
    for person, choice in ((2, "yes"), (3, "yes"), (4, "no")):
        clients.act(person, "PUT", f"/meetings/{OPEN}/votes/1/ballot", choice=choice)
    clients.act(ANNA, "PUT", f"/meetings/{OPEN}/votes/1/closing", confirmed=1)
    with clock.set_to(in_seconds(6)):
        clients.act(ANNA, "PUT", f"/meetings/{OPEN}/votes/1/closure")
        assert chair.lines[1] == "Fullmäktige har beslutat: Yrkandet från Bo Bok (V) prövas"
        chair.press()
    with clock.set_to(in_seconds(9)):
        assert chair.lines[0] == "Jag har uppfattat följande förslag. Är det rätt uppfattat?"
