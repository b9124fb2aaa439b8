"""Three proposals, and a division asked for: the opposing one may be chosen by voice first."""

from flask import Flask
from sqlalchemy import select

from tests.web.screens.chair.test_script import Chair, propose
from tests.worlds import ANNA, BEA, BO, OPEN, Clients
from voting.models import Decision

ITEM = f"/meetings/{OPEN}/items/3"
SAID = select(Decision.text)
BY_VOICE = "Välj motförslag med acklamation"


def test_the_opposing_proposal_is_chosen_by_voice_and_is_no_decision_of_the_matter(
    app: Flask, clients: Clients
) -> None:
    chair = Chair(app, clients)
    propose(clients)
    clients.act(BEA, "POST", f"{ITEM}/proposals", kind="amend", text="Byggs nästa år")
    chair.press()
    chair.press("Ordningen är godkänd")
    chair.press("Ställ frågan")
    chair.press()
    assert clients.act(BO, "POST", f"{ITEM}/division-demands").status_code == 200
    assert (chair.name, chair.label) == ("division", "Öppna voteringen")
    chair.press(BY_VOICE)
    assert chair.name == "acclamation"
    chair.press()
    chair.press("Klubba")
    with app.extensions["database"].reading() as session:
        (told,) = session.execute(SAID).scalars()
    assert told == "Motförslag i voteringen är yrkandet från Bo Bok (V)."
    assert (chair.name, chair.label) == ("division", "Öppna voteringen")
    assert BY_VOICE not in chair.panel
    assert clients.act(ANNA, "POST", f"/meetings/{OPEN}/votes", item=3).status_code == 200
