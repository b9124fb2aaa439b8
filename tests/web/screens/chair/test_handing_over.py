"""Whoever hands over the chair has a chair's screen no longer."""

from typing import Any

from flask import Flask
from flask_socketio import SocketIOTestClient

from tests.worlds import ANNA, BEA, KLARA, OPEN, Clients


def watching(app: Flask, clients: Clients, person: int) -> SocketIOTestClient:
    socketio = app.extensions["socketio"]
    client = socketio.test_client(app, flask_test_client=clients.sign_in(person))
    answer: Any = client.emit("watch", {"meeting_id": OPEN, "audience": "chair"}, callback=True)
    assert "seq" in answer
    return client


def test_the_screen_goes_with_the_chair_and_the_office_keeps_its_own(
    app: Flask, clients: Clients
) -> None:
    anna, klara = (watching(app, clients, person) for person in (ANNA, KLARA))
    url = f"/meetings/{OPEN}/chair"
    assert clients.act(ANNA, "PUT", url, person=BEA).status_code == 200
    app.extensions["live"].flush()
    assert (anna.is_connected(), klara.is_connected()) == (False, True)
    assert [clients.sign_in(one).get(url).status_code for one in (ANNA, BEA)] == [403, 200]
    watching(app, clients, BEA)
