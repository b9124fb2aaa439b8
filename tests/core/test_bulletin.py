"""Two processes serve one meeting: what is stored in one is on the screens of the other."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import pytest
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.bulletin import Bulletin
from core.db import Database
from core.errors import RuleBroken
from core.writer import Writer
from tests.databases import fresh

ANNA = Actor(1)


@dataclass(frozen=True)
class Said(log.Fact):
    kind: ClassVar[str] = "said"
    words: str


def say(session: Session, meeting_id: int, words: str, *, by: Actor) -> None:
    log.append(session, Said(words), by=by)
    log.pulse(session, "urn")
    if words == "fy":
        raise RuleBroken("Så säger man inte.")


class Process:
    def __init__(self, url: str) -> None:
        self.heard: list[tuple[int, list[tuple[str, int]]]] = []
        self.database = Database(url)
        self.bulletin = Bulletin(url, self._hear)
        self.writer = Writer(self.database, lambda _m, _n: None, post=self.bulletin.post)
        threading.Thread(target=self.bulletin.listen_forever, daemon=True).start()

    def _hear(self, meeting_id: int, news: list[Any]) -> None:
        self.heard.append((meeting_id, [(item.kind, item.seq) for item in news]))

    def waits_for(self, count: int) -> None:
        end = time.monotonic() + 10
        while len(self.heard) < count and time.monotonic() < end:
            time.sleep(0.02)


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[tuple[Process, Process]]:
    url = fresh("postgresql", tmp_path)
    one, other = Process(url), Process(url)
    with one.database.writing() as session, session.begin():
        log.begin(session, 1)
    time.sleep(0.5)  # until both are listening
    yield one, other
    one.database.close()
    other.database.close()


def test_what_one_has_committed_the_other_hears_and_nothing_else(
    processes: tuple[Process, Process],
) -> None:
    one, other = processes
    one.writer.submit(1, say, "ja", by=ANNA)
    with pytest.raises(RuleBroken):
        one.writer.submit(1, say, "fy", by=ANNA)
    other.writer.submit(1, say, "nej", by=ANNA)
    one.waits_for(1)
    other.waits_for(1)
    time.sleep(0.3)
    assert other.heard == [(1, [("said", 2), ("urn", 2)])]
    assert one.heard == [(1, [("said", 4), ("urn", 4)])]
