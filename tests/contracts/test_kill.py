"""The power goes in the middle of a vote."""

import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from core import log
from tests.served import Town
from tests.worlds import ANNA, OPEN, member_in
from voting.models import Ballot

SEATS, ENOUGH = 101, 20
pytestmark = pytest.mark.slow


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path, SEATS)
    yield town
    town.close()


class Voter(threading.Thread):
    """Presses once; sends the same press again until it is answered."""

    def __init__(self, town: Town, person: int, vote: int, answered: threading.Semaphore) -> None:
        super().__init__()
        self.visitor, self.answered = town.person(person), answered
        self.url, self.key = f"/meetings/{OPEN}/votes/{vote}/ballot", f"ballot of {person}"
        self.choice = ("yes", "no", "abstain")[person % 3]
        self.pause = person % 50 / 50  # a burst, but not over before the power goes
        self.receipts: list[dict[str, Any]] = []

    def run(self) -> None:
        time.sleep(self.pause)
        while not self.receipts:
            self.press()
            time.sleep(0.05)

    def press(self) -> None:
        try:
            status, said = self.visitor.act("PUT", self.url, self.key, choice=self.choice)
        except (OSError, HTTPException):
            return
        if status < 500:
            assert status == 200, said
            self.receipts.append(said)
            self.answered.release()


def test_every_acknowledged_vote_is_there_once(town: Town) -> None:
    vote, answered = town.open_vote(), threading.Semaphore(0)
    members = [member_in(seat) for seat in range(2, SEATS + 1)]  # the chair votes last
    voters = [Voter(town, person, vote, answered) for person in members]
    with town.served() as server:
        for voter in voters:
            voter.start()
        for _ in range(ENOUGH):
            assert answered.acquire(timeout=60)
        server.send_signal(signal.SIGKILL)
        server.wait()
        before = [voter for voter in voters if voter.receipts]
    with town.served():
        for voter in voters:
            voter.join(60)
        for voter in before:
            voter.press()
        assert [voter.receipts[0] for voter in before] == [voter.receipts[1] for voter in before]
        town.person(ANNA).act("PUT", f"/meetings/{OPEN}/votes/{vote}/ballot", "a", choice="yes")
    assert ENOUGH <= len(before) < len(voters)
    _everything_is_whole(town, vote)


def _everything_is_whole(town: Town, vote: int) -> None:
    with town.database.reading() as session:
        entries = log.read(session, OPEN)
        seats = list(session.scalars(select(Ballot.seat).where(Ballot.vote_id == vote)))
    assert sorted(seats) == list(range(1, SEATS + 1))
    cast = [entry.payload["seat"] for entry in entries if entry.kind == "vote.ballot_cast"]
    assert sorted(cast) == list(range(1, SEATS + 1))
    assert log.verify(entries)
    file = town.config.database.removeprefix("sqlite:///")
    with sqlite3.connect(file) as straight:
        assert straight.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    straight.close()
