"""The page where a substitute is called: in the order of the law, else by name (U17)."""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from councils.models import Council, Mandate
from meetings.models import Line, Seat
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, SAM, SIV, Clients

PAGE = f"/meetings/{OPEN}/seats/3/substitute"
NOBODY = "Ingen ersättare är ledig. Platsen står tom."


@pytest.fixture
def hall(app: Flask, clients: Clients) -> Hall:
    return Hall(app, clients)


def page(hall: Hall, by: int = ANNA, url: str = PAGE) -> str:
    answer = hall.clients.sign_in(by).get(url)
    assert answer.status_code == 200
    return str(answer.text)


def callable_now(text: str) -> list[tuple[int, str]]:
    """Whom the buttons call to the hall, and whom that says is not here."""
    pressed = re.findall(r'name="person" value="(\d+)">.*?"unavailable" value="([\d,]*)"', text)
    return list(dict.fromkeys((int(person), before) for person, before in pressed))


def test_substitutes_stand_in_the_order_of_the_law(hall: Hall) -> None:
    hall.delete(BO, "/attendance", confirmed=1)
    text = page(hall)
    assert callable_now(text) == [(SIV, ""), (SAM, str(SIV))]
    assert "I tur och ordning" in text
    assert hall.put(ANNA, "/seats/3/substitute", person=SAM, unavailable=str(SIV)) == 200
    assert callable_now(page(hall)) == []  # somebody serves there now


def test_to_a_vacant_seat_the_chair_chooses_by_name(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 3), member_id=None, serving_id=None, mode=None)
    text = page(hall)
    assert callable_now(text) == [(SAM, ""), (SIV, "")]  # by name: nobody comes first
    assert "Ordföranden väljer bland partiets ersättare." in text
    assert hall.put(ANNA, "/seats/3/substitute", person=SAM) == 200
    assert callable_now(page(hall, url=PAGE.replace("3", "8"))) == []


def test_in_a_region_the_chair_chooses_when_the_own_list_is_out(hall: Hall) -> None:
    hall.change(Council, 1, kind="region")
    with hall.database.writing() as session, session.begin():
        waiting = select(Mandate).where(Mandate.person_id.in_([SIV, SAM]))
        for mandate in session.scalars(waiting):
            mandate.list_name = "Norr"
        session.query(Mandate).filter_by(person_id=8).one().list_name = "Norr"
    hall.delete(BO, "/attendance", confirmed=1)
    assert callable_now(page(hall)) == [(SAM, ""), (SIV, "")]
    assert "I regioner slutar ordningen vid den egna listan." in page(hall)
    hall.delete(8, "/attendance", confirmed=1)
    assert callable_now(page(hall, url=PAGE.replace("/3/", "/8/"))) == [(SIV, ""), (SAM, str(SIV))]


def test_where_nobody_is_free_the_seat_stays_empty(hall: Hall) -> None:
    hall.delete(4, "/attendance", confirmed=1)
    assert NOBODY in page(hall, url=PAGE.replace("/3/", "/4/"))


def test_a_lost_line_costs_the_day_and_that_is_said_first(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 3), mode="remote")
    with hall.database.writing() as session, session.begin():
        session.add(Line(meeting_id=OPEN, person_id=BO, state="lost", since="2026-12-14T18:00"))
    text = page(hall)
    assert "antecknas Bo Bok som frånvarande och får inte tjänstgöra igen i dag" in text
    assert callable_now(text) == [(SIV, ""), (SAM, str(SIV))]


def test_only_the_chair_and_the_office_call_substitutes(hall: Hall) -> None:
    status = {who: hall.clients.sign_in(who).get(PAGE).status_code for who in (BO, SIV, DAN)}
    assert status == dict.fromkeys((BO, SIV, DAN), 403)
    assert "Sekreterare" in page(hall, KLARA)
    assert hall.clients.sign_in(ANNA).get(PAGE.replace("/3/", "/99/")).status_code == 404


def test_who_stands_aside_in_the_item_is_not_named_to_another_seat(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 8), member_id=None, serving_id=None, mode=None)
    hall.delete(BO, "/attendance", confirmed=1)
    hall.put(ANNA, "/seats/3/substitute", person=SIV)
    assert hall.put(ANNA, f"/recusals/{SIV}") == 200
    assert hall.said(ANNA, "PUT", "/seats/8/substitute", person=SIV)[0] == 409
    assert callable_now(page(hall, url=PAGE.replace("/3/", "/8/"))) == [(SAM, "")]
