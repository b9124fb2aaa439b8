"""The first council in an empty house, from the command line to the clerk's first page."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from web.app import create_app
from web.cli import main
from web.config import Config

WORDS = ["begin", "Storstads kommunfullmäktige", "--clerk", "Karin Klerk", "--email", "k@x.se"]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.setenv("KLUBBA_DATABASE", f"sqlite:///{tmp_path}/k.db")
    monkeypatch.setenv("KLUBBA_DATA", str(tmp_path))
    monkeypatch.setenv("KLUBBA_RATE_LIMITS", "no")
    return Config.from_environment()


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*WORDS, *words])


def test_the_clerk_chooses_a_password_at_the_address_printed(house: Config) -> None:
    answer = run("--seats", "51")
    assert answer.exit_code == 0, answer.output
    found = re.search(r"http://127.0.0.1:5000(/invitations/\S+)", answer.output)
    assert found is not None
    app, _ = create_app(house)
    page = app.test_client().get(found.group(1))
    assert (page.status_code, "Karin Klerk" in page.text) == (200, True)
    app.extensions["database"].close()
    app.extensions["workers"].close()


def test_it_is_done_once(house: Config) -> None:
    run("--seats", "51")
    again = run("--seats", "51")
    assert again.exit_code == 1
    assert "Det finns redan ett fullmäktige." in again.output


def test_an_even_number_of_seats_is_refused(house: Config) -> None:
    refused = run("--seats", "50")
    assert refused.exit_code == 1
    assert run("--seats", "51").exit_code == 0
