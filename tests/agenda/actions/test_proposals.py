from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from agenda.models import Proposal
from core import clock, log
from councils.models import Role, RoleHeld
from meetings.models import Handling, Seat
from tests.agenda.agendas import convene, kinds_of_facts, set_meeting
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, PLANNED, SIV, Clients

SIMHALL, BUSSAR = 3, 4  # the open item of the open meeting, and the one after it
LATER = 9  # an item of the planned meeting
TEXT = "Simhallen byggs i Norra parken"


def propose(clients: Clients, by: int, item: int = SIMHALL, **form: Any) -> Any:
    meeting = PLANNED if item == LATER else OPEN
    url = f"/meetings/{meeting}/items/{item}/proposals"
    return clients.act(by, "POST", url, **({"kind": "amend", "text": TEXT} | form))


def withdraw(clients: Clients, by: int, proposal: int, **form: Any) -> Any:
    return clients.act(by, "DELETE", f"/meetings/{OPEN}/proposals/{proposal}", **form)


def standing(app: Flask) -> list[tuple[str, str, str]]:
    with app.extensions["database"].reading() as session:
        rows = session.scalars(select(Proposal).where(Proposal.withdrawn_at.is_(None)))
        return [(row.proposer, row.kind, row.text) for row in rows]


def step(app: Flask, name: str) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.scalars(select(Handling).where(Handling.item_id == SIMHALL)).one().step = name


def seat(app: Flask, number: int, **values: Any) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        row = session.get_one(Seat, (OPEN, number))
        for name, value in values.items():
            setattr(row, name, value)


def commissioner(app: Flask, person: int) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.add(RoleHeld(council_id=1, person_id=person, role=Role.COMMISSIONER))


def test_a_member_proposes_in_the_own_name(app: Flask, clients: Clients) -> None:
    answer = propose(clients, BO)
    assert answer.status_code == 200
    assert standing(app) == [("Bo Bok (V)", "amend", TEXT)]
    with app.extensions["database"].reading() as session:
        [entry] = log.read(session, OPEN)
    assert (entry.kind, entry.actor_id) == ("proposal.made", BO)
    assert entry.payload == {
        "proposal_id": answer.json["made"],
        "item_id": SIMHALL,
        "proposal_kind": "amend",
        "text": TEXT,
        "person_id": BO,
        "proposer": "Bo Bok (V)",
    }


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("adopt", "Bifall till förslaget"),
        ("reject", "Avslag på förslaget"),
        ("table", "Ärendet bordläggs"),
    ],
)
def test_the_usual_proposals_need_no_words_of_their_own(
    app: Flask, clients: Clients, kind: str, words: str
) -> None:
    propose(clients, BO, kind=kind, text=" ")
    assert standing(app) == [("Bo Bok (V)", kind, words)]


@pytest.mark.parametrize("kind", ["amend", "add", "refer_back"])
def test_other_proposals_say_what_is_to_be_decided(app: Flask, clients: Clients, kind: str) -> None:
    answer = propose(clients, BO, kind=kind, text="")
    assert (answer.status_code, answer.json["field"]) == (400, "text")
    assert answer.json["error"] == "Skriv vad fullmäktige ska besluta."
    assert standing(app) == []


def test_chair_and_clerk_write_down_what_a_member_says(app: Flask, clients: Clients) -> None:
    assert propose(clients, ANNA, person=BO, kind="adopt", text="").status_code == 200
    assert propose(clients, KLARA, person=BO, kind="reject", text="").status_code == 200
    assert [who for who, _, _ in standing(app)] == ["Bo Bok (V)"] * 2


def test_the_clerk_writes_down_the_proposal_of_a_body(app: Flask, clients: Clients) -> None:
    propose(clients, KLARA, proposer="Kommunstyrelsen", kind="adopt", text="")
    assert standing(app) == [("Kommunstyrelsen", "adopt", "Bifall till förslaget")]


@pytest.mark.parametrize(
    ("by", "form"),
    [
        (BO, {"person": ANNA}),
        (BO, {"proposer": "Kommunstyrelsen"}),
        (BO, {"helping": ANNA}),
        (PIA, {}),
        (PIA, {"helping": "1", "person": ANNA}),
        (DAN, {}),
        (SIV, {}),
        (KLARA, {}),
        (KLARA, {"person": SIV}),
        (ANNA, {"person": PIA}),
    ],
)
def test_nobody_proposes_without_the_right_to(
    app: Flask, clients: Clients, by: int, form: dict[str, Any]
) -> None:
    assert propose(clients, by, **form).status_code == 403
    assert (standing(app), kinds_of_facts(app, OPEN)) == ([], [])


def test_a_person_of_another_council_is_not_found(clients: Clients) -> None:
    assert propose(clients, KLARA, person=DAN).status_code == 404
    assert propose(clients, KLARA, person=98765).status_code == 404


def test_a_substitute_proposes_while_serving(app: Flask, clients: Clients) -> None:
    seat(app, 3, serving_id=SIV)
    assert propose(clients, SIV).status_code == 200
    assert propose(clients, BO).status_code == 403
    assert standing(app) == [("Siv Sälg (V)", "amend", TEXT)]


def test_a_commissioner_proposes_without_a_seat(app: Flask, clients: Clients) -> None:
    commissioner(app, PIA)
    assert propose(clients, PIA).status_code == 200


def test_a_recused_member_proposes_in_other_items_only(app: Flask, clients: Clients) -> None:
    seat(app, 3, recused_id=BO, serving_id=SIV)
    assert propose(clients, BO, SIMHALL).status_code == 403
    assert propose(clients, BO, BUSSAR).status_code == 200


def test_before_the_meeting_the_members_propose_once_it_is_convened(
    app: Flask, clients: Clients
) -> None:
    early = propose(clients, BO, LATER)
    assert (early.status_code, early.json["error"]) == (409, "Sammanträdet är inte kallat än.")
    assert propose(clients, KLARA, LATER, proposer="Kommunstyrelsen").status_code == 200
    convene(app)
    assert propose(clients, BO, LATER).status_code == 200
    assert propose(clients, SIV, LATER).status_code == 403


@pytest.mark.parametrize("name", ["presentation", "debate", "proposals"])
def test_until_the_proposals_are_read_back_they_are_made_and_withdrawn(
    app: Flask, clients: Clients, name: str
) -> None:
    step(app, name)
    made = propose(clients, BO).json["made"]
    assert withdraw(clients, BO, made).status_code == 200
    assert (standing(app), kinds_of_facts(app, OPEN)) == (
        [],
        ["proposal.made", "proposal.withdrawn"],
    )


@pytest.mark.parametrize("name", ["order", "acclamation"])
def test_after_that_only_if_the_whole_council_agrees(
    app: Flask, clients: Clients, name: str
) -> None:
    made = propose(clients, BO).json["made"]
    step(app, name)
    words = "Yrkandena är upplästa och ligger fast, om inte alla i fullmäktige medger annat."
    refused = withdraw(clients, BO, made)
    assert (refused.status_code, refused.json["error"]) == (409, words)
    assert withdraw(clients, BO, made, all_agree="1").status_code == 409
    assert propose(clients, BO, all_agree="1").status_code == 409
    assert withdraw(clients, ANNA, made, all_agree="1").status_code == 200
    assert propose(clients, KLARA, person=BO, all_agree="1").status_code == 200


@pytest.mark.parametrize("name", ["division", "decision"])
def test_while_the_item_is_decided_not_even_then(app: Flask, clients: Clients, name: str) -> None:
    made = propose(clients, BO).json["made"]
    step(app, name)
    assert propose(clients, KLARA, person=BO, all_agree="1").status_code == 409
    assert withdraw(clients, ANNA, made, all_agree="1").status_code == 409
    assert len(standing(app)) == 1


def test_a_closed_item_and_a_closed_meeting_take_no_proposals(app: Flask, clients: Clients) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.scalars(select(Handling)).one().closed_at = clock.now()
    assert propose(clients, BO).status_code == 409
    assert propose(clients, BO, BUSSAR).status_code == 200
    set_meeting(app, OPEN, closed_at=clock.now())
    assert propose(clients, BO, BUSSAR).json["error"] == "Sammanträdet är avslutat."


def test_a_proposal_is_withdrawn_by_its_maker_or_those_who_lead(clients: Clients) -> None:
    first, second = (propose(clients, BO).json["made"] for _ in range(2))
    assert [withdraw(clients, who, first).status_code for who in (4, PIA, DAN, SIV)] == [403] * 4
    assert withdraw(clients, BO, first).status_code == 200
    assert withdraw(clients, KLARA, second).status_code == 200


def test_a_withdrawn_proposal_cannot_be_withdrawn_again(app: Flask, clients: Clients) -> None:
    made = propose(clients, BO).json["made"]
    withdraw(clients, BO, made)
    again = withdraw(clients, BO, made)
    assert (again.status_code, again.json["kind"]) == (409, "MovedOn")
    assert kinds_of_facts(app, OPEN) == ["proposal.made", "proposal.withdrawn"]


def test_the_same_press_twice_makes_one_proposal(app: Flask, clients: Clients) -> None:
    first, again = propose(clients, BO, key="once"), propose(clients, BO, key="once")
    assert first.json == again.json
    assert len(standing(app)) == 1


def test_forged_numbers_are_not_found(clients: Clients) -> None:
    assert propose(clients, BO, 9999).status_code == 404
    url = f"/meetings/{OPEN}/items/{LATER}/proposals"  # an item of the other meeting
    assert clients.act(BO, "POST", url, kind="adopt").status_code == 404
    assert withdraw(clients, BO, 9999).status_code == 404


def test_a_proposal_of_another_meeting_is_not_found(app: Flask, clients: Clients) -> None:
    made = propose(clients, BO).json["made"]
    url = f"/meetings/{PLANNED}/proposals/{made}"
    assert clients.act(KLARA, "DELETE", url).status_code == 404
    assert len(standing(app)) == 1


@pytest.mark.parametrize(
    ("form", "field"),
    [({"kind": "veto"}, "kind"), ({"text": "x" * 4001}, "text"), ({"person": "Bo"}, "person")],
)
def test_what_cannot_be_understood_is_told(
    app: Flask, clients: Clients, form: dict[str, str], field: str
) -> None:
    answer = propose(clients, BO, **form)
    assert (answer.status_code, answer.json["field"]) == (400, field)
    assert standing(app) == []
