"""A member at a distance drops out and comes back, on a real server: the log says when."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import websocket

from core import log
from core.live.lines import GRACE, QUIET
from tests.contracts.wires import join
from tests.served import Town
from tests.worlds import BO, OPEN

pytestmark = pytest.mark.slow
SLACK = 6.0  # seconds more than promised, for a machine that does other things as well


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path)
    with town.served():
        yield town
    town.close()


def watching(town: Town, person: int) -> websocket.WebSocket:
    cookie, _token = town.papers(person)
    device = join(town.port, cookie=cookie)
    device.send("420" + json.dumps(["watch", {"meeting_id": OPEN, "audience": "member"}]))
    assert "seq" in device.recv()
    return device


def told(town: Town) -> list[str]:
    with town.database.reading() as session:
        return [entry.kind for entry in log.read(session, OPEN)]


def wait_for(town: Town, kinds: list[str], within: float) -> None:
    end = time.monotonic() + within
    while told(town) != kinds and time.monotonic() < end:
        time.sleep(0.1)
    assert told(town) == kinds


def test_the_log_tells_when_a_line_was_lost_and_when_it_came_back(town: Town) -> None:
    tablet, phone = watching(town, BO), watching(town, BO)
    time.sleep(QUIET)
    tablet.close()
    time.sleep(GRACE + 1)
    assert told(town) == []  # the phone is still there
    phone.close()
    wait_for(town, ["member.line_lost"], GRACE + SLACK)
    back = watching(town, BO)
    wait_for(town, ["member.line_lost", "member.line_back"], SLACK)
    back.close()
