"""A restart in the middle of a meeting: nobody loses a vote, and there is only ever one of us."""

import json
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest
import websocket
from sqlalchemy import select

from core import log
from tests.contracts.wires import join
from tests.served import Town
from tests.worlds import BO, OPEN
from voting.models import Ballot

QUICK = 5.0  # seconds within which we are gone
pytestmark = pytest.mark.slow


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path)
    yield town
    town.close()


def press(town: Town, person: int, vote: int) -> tuple[int, dict[str, Any]] | None:
    """None: the connection broke, and the same press is sent again later."""
    url = f"/meetings/{OPEN}/votes/{vote}/ballot"
    try:
        return town.person(person).act("PUT", url, f"ballot of {person}", choice="yes")
    except (OSError, HTTPException):
        return None


def test_acts_under_way_are_answered_and_the_screens_are_told(town: Town) -> None:
    vote, answers = town.open_vote(), {}
    members = range(2, 22)
    with town.served() as server:
        cookie, _token = town.papers(BO)
        screen = join(town.port, cookie=cookie)
        pressing = [
            threading.Thread(target=lambda p=person: answers.update({p: press(town, p, vote)}))
            for person in members
        ]
        for one in pressing:
            one.start()
        time.sleep(0.05)
        server.send_signal(signal.SIGTERM)
        began = time.monotonic()
        assert "restart" in everything_heard(screen)
        assert server.wait(QUICK) == 0
        assert time.monotonic() - began < QUICK
        for one in pressing:
            one.join()
    with town.served():
        again = {person: press(town, person, vote) for person in members}
    assert {answer[0] for answer in again.values() if answer} == {200}
    for person, answer in answers.items():
        if answer and answer[0] == 200:
            assert again[person] == answer
    with town.database.reading() as session:
        seats = list(session.scalars(select(Ballot.seat).where(Ballot.vote_id == vote)))
        assert log.verify(log.read(session, OPEN))
    assert sorted(seats) == list(members)


def everything_heard(screen: websocket.WebSocket) -> list[str]:
    """Names of the messages until the server hangs up."""
    names = []
    while True:
        try:
            frame = screen.recv()
        except (websocket.WebSocketException, OSError):
            return names
        if frame.startswith("42"):
            names.append(json.loads(frame[2:])[0])
        elif not frame:
            return names


def test_a_folder_is_served_by_one_process_at_a_time(town: Town) -> None:
    with town.served() as first:
        second = town.started(stderr=subprocess.PIPE)
        _, said = second.communicate(timeout=60)
        assert said.decode() == f"Klubba körs redan (process {first.pid}).\n"
        assert second.returncode == 1
    with town.served():
        assert town.person(BO).get("/healthz")[0] == 200
