"""Somebody's screen, as the wire knows it."""

from typing import Any

from flask import Flask
from flask_socketio import SocketIOTestClient

from tests.worlds import OPEN, Clients


def watching(
    app: Flask, clients: Clients, person: int, audience: str, **more: Any
) -> SocketIOTestClient:
    browser = clients.sign_in(person)
    client = app.extensions["socketio"].test_client(app, flask_test_client=browser)
    asked = {"meeting_id": OPEN, "audience": audience} | more
    answer: Any = client.emit("watch", asked, callback=True)
    assert "seq" in answer
    return client
