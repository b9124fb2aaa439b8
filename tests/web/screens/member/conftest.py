from collections.abc import Iterator

import pytest
from flask import Flask

from core import clock
from tests.browser import browser, enter, town
from tests.meetings.halls import Wall
from tests.web.screens.member.seats import Seats
from tests.worlds import Clients

__all__ = ["browser", "enter", "town"]


@pytest.fixture
def wall() -> Iterator[Wall]:
    """Six in the evening of the meeting's day."""
    moment = Wall()
    with clock.set_to(moment):
        yield moment


@pytest.fixture
def seats(wall: Wall, app: Flask, clients: Clients) -> Seats:
    return Seats(app, clients, wall)
