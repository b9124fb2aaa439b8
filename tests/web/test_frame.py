"""What the frame of every page tells."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.web.auth.door import a_browser
from tests.worlds import OPEN, new_world
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
