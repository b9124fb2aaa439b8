import pytest
from flask import Flask
from sqlalchemy import select

from agenda.models import PrivateNote, Reading
from core import log
from core.db import Base
from core.writer import Stored
from tests.agenda.agendas import convene
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, PLANNED, SIV, Clients

SIMHALL, LATER = 3, 9
SECRET = "Fråga varför kostnaden stigit med elva miljoner"
NOTE = f"/meetings/{OPEN}/items/{SIMHALL}/note"
READING = f"/meetings/{OPEN}/items/{SIMHALL}/reading"


def notes(app: Flask) -> dict[int, str]:
    with app.extensions["database"].reading() as session:
        return {note.person_id: note.text for note in session.scalars(select(PrivateNote))}


def readers(app: Flask) -> set[int]:
    with app.extensions["database"].reading() as session:
        return set(session.scalars(select(Reading.person_id)))


def test_everybody_has_notes_of_their_own(app: Flask, clients: Clients) -> None:
    clients.act(BO, "PUT", NOTE, text=SECRET)
    clients.act(ANNA, "PUT", NOTE, text="Ge ordet till Bo först")
    clients.act(BO, "PUT", NOTE, text=f"{SECRET}!")
    assert notes(app) == {BO: f"{SECRET}!", ANNA: "Ge ordet till Bo först"}


def test_an_emptied_note_is_gone(app: Flask, clients: Clients) -> None:
    clients.act(BO, "PUT", NOTE, text="  \n")
    clients.act(BO, "PUT", NOTE, text=SECRET)
    clients.act(BO, "PUT", NOTE, text="")
    assert notes(app) == {}


def test_a_note_is_nowhere_but_in_its_own_row(app: Flask, clients: Clients) -> None:
    clients.act(BO, "PUT", NOTE, text=SECRET)
    clients.act(BO, "PUT", READING)
    with app.extensions["database"].reading() as session:
        assert log.read(session, OPEN) == log.read(session, log.REGISTER) == []
        rows = {
            table.name: session.execute(select(table)).all()
            for table in Base.metadata.sorted_tables
        }
        receipts = session.scalars(select(Stored.what)).all()
    holding = {name for name, found in rows.items() if SECRET in str(found)}
    assert holding == {"private_notes"}
    clients.act(ANNA, "PUT", NOTE, text="Något helt annat")
    with app.extensions["database"].reading() as session:
        assert receipts[0] in session.scalars(select(Stored.what)).all()[2:]


def test_reading_is_marked_and_unmarked(app: Flask, clients: Clients) -> None:
    for _ in range(2):
        assert clients.act(BO, "PUT", READING).status_code == 200
    clients.act(SIV, "POST", READING, read="1")
    assert readers(app) == {BO, SIV}
    clients.act(BO, "DELETE", READING)
    clients.act(BO, "DELETE", READING)
    clients.act(SIV, "POST", READING, read="0")
    assert readers(app) == set()


@pytest.mark.parametrize(
    ("person", "form"), [(DAN, {}), (PIA, {"helping": "1"}), (BO, {"helping": "1"})]
)
def test_nobody_prepares_for_another_or_in_another_council(
    app: Flask, clients: Clients, person: int, form: dict[str, str]
) -> None:
    assert clients.act(person, "PUT", NOTE, text=SECRET, **form).status_code == 403
    assert clients.act(person, "PUT", READING, **form).status_code == 403
    assert (notes(app), readers(app)) == ({}, set())


def test_before_the_summons_there_is_nothing_to_prepare(app: Flask, clients: Clients) -> None:
    url = f"/meetings/{PLANNED}/items/{LATER}/note"
    assert clients.act(BO, "PUT", url, text=SECRET).status_code == 403
    assert clients.act(KLARA, "PUT", url, text=SECRET).status_code == 200
    convene(app)
    assert clients.act(BO, "PUT", url, text=SECRET).status_code == 200
    assert notes(app) == {KLARA: SECRET, BO: SECRET}


def test_forged_items_and_endless_notes_are_refused(app: Flask, clients: Clients) -> None:
    for item in (LATER, 4242):
        url = f"/meetings/{OPEN}/items/{item}/note"
        assert clients.act(BO, "PUT", url, text=SECRET).status_code == 404
    answer = clients.act(BO, "PUT", NOTE, text="x" * 8001)
    assert (answer.status_code, answer.json["field"]) == (400, "text")
    assert notes(app) == {}
