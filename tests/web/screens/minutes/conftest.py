from collections.abc import Iterator

import pytest
from flask import Flask

from core import clock
from tests.meetings.evenings import Evening
from tests.meetings.halls import Wall
from tests.worlds import Clients


@pytest.fixture
def wall() -> Iterator[Wall]:
    """Six in the evening of the meeting's day."""
    moment = Wall()
    with clock.set_to(moment):
        yield moment


@pytest.fixture
def evening(app: Flask, clients: Clients, wall: Wall) -> Evening:
    return Evening(app, clients, wall)
