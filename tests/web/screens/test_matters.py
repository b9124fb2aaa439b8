"""Ledamöternas ärenden: for the council and the public."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from flask import Flask

from core import clock
from meetings.models import Meeting
from tests.agenda.agendas import set_meeting
from tests.worlds import KLARA, OPEN, PLANNED, Clients

MOTION = 4


@pytest.fixture(autouse=True)
def the_meeting_is_over(app: Flask) -> None:
    set_meeting(app, OPEN, date="2025-10-01", closed_at=clock.now())


def words(app: Flask, day: datetime) -> str:
    with clock.set_to(lambda: day):
        page = app.test_client().get("/councils/1/matters").text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.split("<main")[1])).split())


def test_a_motion_that_was_not_reached_is_shown_with_its_age(app: Flask) -> None:
    page = words(app, datetime(2026, 2, 1, 12, tzinfo=UTC))
    assert "Motion om fria bussar Motion väckt 1 oktober 2025 · 4 månader gammal" in page
    assert "uppskjuten 1 gång Bör avgöras inom ett år, senast 1 oktober 2026." in page
    assert "1 oktober 2025 Hann inte behandlas" in page


def test_after_a_year_it_says_so(app: Flask) -> None:
    page = words(app, datetime(2026, 11, 1, 12, tzinfo=UTC))
    assert "Skulle ha avgjorts inom ett år, senast 1 oktober 2026." in page


def test_the_office_takes_it_up_and_everybody_sees_where(app: Flask, clients: Clients) -> None:
    editor = clients.sign_in(KLARA).get(f"/meetings/{PLANNED}/agenda").text
    assert f'id="carry-{MOTION}"' in editor
    clients.act(KLARA, "POST", f"/meetings/{PLANNED}/agenda/carried", item=MOTION)
    editor = clients.sign_in(KLARA).get(f"/meetings/{PLANNED}/agenda").text
    assert f'id="carry-{MOTION}"' not in editor
    set_meeting(app, PLANNED, convened_at=clock.now())
    page = words(app, datetime(2026, 2, 1, 12, tzinfo=UTC))
    on_an_agenda = page.split("På en föredragningslista")[1]
    assert "Hann inte behandlas" in on_an_agenda
    assert "Kommer upp" in on_an_agenda


def test_nothing_raised_is_said_so(app: Flask) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        for meeting in session.query(Meeting):
            meeting.convened_at = None
    page = words(app, datetime(2026, 2, 1, 12, tzinfo=UTC))
    assert "Ingen motion, interpellation, fråga eller medborgarförslag är kungjord än." in page


def test_a_council_that_is_not_there(app: Flask) -> None:
    assert app.test_client().get("/councils/99/matters").status_code == 404
