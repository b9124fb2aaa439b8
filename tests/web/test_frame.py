"""What the frame of every page tells."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from councils.models import Party
from tests.web.auth.door import a_browser
from tests.worlds import BO, KLARA, OPEN, Clients, new_world
from web.app import create_app
from web.config import Config

BAND = '<p class="rehearsal"><strong>ÖVNING.</strong>'


@pytest.fixture
def practice(app: Flask, tmp_path: Path) -> Iterator[Flask]:
    """A house for practice alone, though its council is not marked as one."""
    own = {"database": f"sqlite:///{tmp_path}/practice.db", "rehearsal": True}
    practice, _ = create_app(Config(**{**vars(app.extensions["klubba"]), **own}))
    new_world(practice.extensions["database"])
    yield practice
    practice.extensions["database"].close()
    practice.extensions["workers"].close()


def test_a_house_for_practice_says_so_on_every_page(app: Flask, practice: Flask) -> None:
    for address in ("/", "/sign-ins", "/links/gone", "/nowhere", f"/meetings/{OPEN}/live"):
        assert a_browser(practice).get(address).text.count(BAND) == 1, address
        assert a_browser(app).get(address).text.count(BAND) == 0, address


def test_the_office_sees_a_changed_colour_at_once(app: Flask, clients: Clients) -> None:
    def sheet(person: int) -> str:
        page = clients.sign_in(person).get("/").text
        return page.split('href="/councils/1/parties.css')[1].split('"')[0]

    before = sheet(KLARA)
    with app.extensions["database"].writing() as session, session.begin():
        session.get_one(Party, 1).colour = "#006AB3"
    assert sheet(KLARA) != before
    assert sheet(BO) == ""
