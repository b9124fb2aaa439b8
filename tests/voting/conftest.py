from collections.abc import Iterator

import pytest
from flask import Flask

from core import clock
from tests.meetings.halls import Wall
from tests.voting.chambers import Chamber
from tests.worlds import Clients


@pytest.fixture
def wall() -> Iterator[Wall]:
    """Six in the evening of the meeting's day."""
    moment = Wall()
    with clock.set_to(moment):
        yield moment


@pytest.fixture
def chamber(wall: Wall, app: Flask, clients: Clients) -> Chamber:
    return Chamber(app, clients, wall)
