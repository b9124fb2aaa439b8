"""What happens by the clock: countdowns, whose line was counted on, which teller has gone quiet.

The database says what is pending, so nothing is forgotten at a restart, and the clock on the wall
decides, as it does on the screens.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import clock
from core.actor import Actor
from core.db import Database
from core.errors import NotStored, RuleBroken
from core.log import Entry
from meetings.models import Line, Meeting
from voting.models import KeyCeremony, TrusteeSeat, Vote

log_book = logging.getLogger(__name__)

STEP = 0.1  # seconds between looks while a countdown runs
IDLE = 5.0  # and otherwise, should the word not have reached us
Close = Callable[[int, int, Actor], object]  # meeting, vote, by
QUIET = 7.0  # seconds without a word from a teller's page, which asks every other second
TellerSeat = tuple[int, int, int]  # meeting, ceremony, seat
Tell = Callable[[int, int, int], object]


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


class Silences:
    """Notices when a teller's page falls silent, and when it is heard again (PROTOCOL 8)."""

    def __init__(
        self,
        database: Database,
        *,
        fall_silent: Tell,
        answer_again: Tell,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database, self._now = database, now
        self._tell: dict[bool, Tell] = {True: answer_again, False: fall_silent}
        self._heard: dict[TellerSeat, float] = {}
        self._told: dict[TellerSeat, bool] = {}

    def heard(self, meeting_id: int, ceremony_id: int, seat: int) -> None:
        self._heard[meeting_id, ceremony_id, seat] = self._now()

    def watch_forever(self) -> None:
        self.expect()
        while True:
            time.sleep(1)
            try:
                self.tick()
            except Exception:
                log_book.exception("The tellers were not listened for; it is done again.")

    def expect(self) -> None:
        """Whoever answered before we restarted and does not come back is missed as well."""
        with self._database.reading() as session:
            for seat in _answering(session):
                self._heard.setdefault(seat, self._now())

    def tick(self) -> None:
        for seat, heard in list(self._heard.items()):
            answers = self._now() - heard <= QUIET
            if self._told.get(seat) != answers:
                self._told[seat] = answers
                self._say(seat, answers=answers)
            if not answers:
                del self._heard[seat]

    def _say(self, seat: TellerSeat, *, answers: bool) -> None:
        try:
            self._tell[answers](*seat)
        except RuleBroken:
            log_book.info("The meeting does not mind the silence of teller %s.", seat)
        except NotStored:
            del self._told[seat]


def _answering(session: Session) -> list[TellerSeat]:
    """Tellers in meetings that go on whose page was there when we stopped."""
    found = (
        select(KeyCeremony.meeting_id, TrusteeSeat.ceremony_id, TrusteeSeat.seat)
        .join(KeyCeremony, KeyCeremony.id == TrusteeSeat.ceremony_id)
        .join(Meeting, Meeting.id == KeyCeremony.meeting_id)
        .where(
            Meeting.closed_at.is_(None),
            KeyCeremony.stopped_at.is_(None),
            TrusteeSeat.silent_since.is_(None),
            TrusteeSeat.deleted_at.is_(None),
        )
    )
    return [(meeting, ceremony, seat) for meeting, ceremony, seat in session.execute(found)]
