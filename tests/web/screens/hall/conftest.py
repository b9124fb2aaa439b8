from collections.abc import Iterator

import pytest
from flask import Flask

from core import clock
from tests.browser import browser, town
from tests.meetings.halls import Wall
from tests.web.screens.square import Square
from tests.web.screens.street import act, look
from tests.worlds import Clients

__all__ = ["act", "browser", "look", "town"]


@pytest.fixture
def wall() -> Iterator[Wall]:
    """Six in the evening of the meeting's day."""
    moment = Wall()
    with clock.set_to(moment):
        yield moment


@pytest.fixture
def square(wall: Wall, app: Flask, clients: Clients) -> Square:
    return Square(app, clients, wall)
