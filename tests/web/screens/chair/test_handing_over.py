"""Whoever hands over the chair has a chair's screen no longer."""

from flask import Flask

from tests.web.screens.watching import watching
from tests.worlds import ANNA, BEA, KLARA, OPEN, Clients


def test_the_screen_goes_with_the_chair_and_the_office_keeps_its_own(
    app: Flask, clients: Clients
) -> None:
    anna, klara = (watching(app, clients, person, "chair") for person in (ANNA, KLARA))
    url = f"/meetings/{OPEN}/chair"
    assert clients.act(ANNA, "PUT", url, person=BEA).status_code == 200
    app.extensions["live"].flush()
    assert (anna.is_connected(), klara.is_connected()) == (False, True)
    assert [clients.sign_in(one).get(url).status_code for one in (ANNA, BEA)] == [403, 200]
    watching(app, clients, BEA, "chair")
