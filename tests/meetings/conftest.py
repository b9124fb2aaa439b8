from collections.abc import Iterator

import pytest
from flask import Flask

from core import clock
from tests.meetings.halls import Hall, Wall
from tests.worlds import OPEN, PLANNED, Clients


@pytest.fixture
def hall(app: Flask, clients: Clients) -> Hall:
    """The meeting that is open, at item 3."""
    return Hall(app, clients, OPEN)


@pytest.fixture
def planned(app: Flask, clients: Clients) -> Hall:
    """The meeting that is planned, with nothing done yet."""
    return Hall(app, clients, PLANNED)


@pytest.fixture
def wall() -> Iterator[Wall]:
    """Six in the evening of the meeting's day."""
    moment = Wall()
    with clock.set_to(moment):
        yield moment
