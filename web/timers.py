"""What happens by the clock: the countdown that the chair started, and whose line was counted on.

The database says what is pending, so nothing is forgotten at a restart, and the clock on the wall
decides, as it does on the screens.
"""

import logging
import threading
from collections.abc import Callable, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import clock
from core.actor import Actor
from core.db import Database
from core.errors import NotStored, RuleBroken
from core.log import Entry
from meetings.models import Line, Meeting
from voting.models import Vote

log_book = logging.getLogger(__name__)

STEP = 0.1  # seconds between looks while a countdown runs
IDLE = 5.0  # and otherwise, should the word not have reached us
Close = Callable[[int, int, Actor], object]  # meeting, vote, by


class Countdowns:
    """Closes the vote when the countdown is over.  Told twice, it closes once."""

    def __init__(self, database: Database, close: Close) -> None:
        self._database, self._close = database, close
        self._wake = threading.Event()

    def wake(self, _entry: Entry) -> None:
        self._wake.set()

    def watch_forever(self) -> None:
        is_running = True
        while True:
            self._wake.wait(STEP if is_running else IDLE)
            self._wake.clear()
            try:
                is_running = self.tick()
            except Exception:
                log_book.exception("A countdown was not looked at; it is looked at again.")

    def tick(self) -> bool:
        """Close what is due.  Is anything else pending?"""
        with self._database.reading() as session:
            pending = _closing(session)
        for meeting_id, vote_id, closes_at, presiding in pending:
            if closes_at <= clock.now():
                self._finish(meeting_id, vote_id, Actor(presiding))
        return bool(pending)

    def _finish(self, meeting_id: int, vote_id: int, by: Actor) -> None:
        try:
            self._close(meeting_id, vote_id, by)
        except RuleBroken as error:
            log_book.info("Vote %s is not closed: %s", vote_id, error)
        except NotStored:
            log_book.warning("Vote %s could not be closed yet.", vote_id)


def _closing(session: Session) -> list[tuple[int, int, str, int]]:
    """Votes with a countdown: meeting, vote, when it ends and who leads."""
    rows = session.execute(
        select(Vote.meeting_id, Vote.id, Vote.closes_at, Meeting.presiding_id)
        .join(Meeting, Meeting.id == Vote.meeting_id)
        .where(Vote.closes_at.is_not(None), Vote.closed_at.is_(None), Vote.abandoned_at.is_(None))
    )
    return [
        (meeting_id, vote_id, closes_at, presiding)
        for meeting_id, vote_id, closes_at, presiding in rows
        if closes_at is not None and presiding is not None
    ]


def counted_on(database: Database) -> Callable[[], Iterable[tuple[int, int]]]:
    """Those whose line was there when we stopped, in meetings that are open: (meeting, person)."""

    def ask() -> list[tuple[int, int]]:
        with database.reading() as session:
            lines = select(Line.meeting_id, Line.person_id).join(
                Meeting, Meeting.id == Line.meeting_id
            )
            open_now = Meeting.opened_at.is_not(None), Meeting.closed_at.is_(None)
            found = session.execute(lines.where(Line.state == "ok", *open_now))
            return [(meeting_id, person_id) for meeting_id, person_id in found]

    return ask
