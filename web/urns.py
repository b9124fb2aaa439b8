"""What is done for a digital election when nobody presses: closing in time, tally, result, keys.

The database says what is pending, so nothing is forgotten at a restart and nothing is done twice.
PROTOCOL 11–13.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from core.actor import Actor
from core.db import Database
from core.errors import NotStored, RuleBroken
from core.workers import WorkerDied, Workers
from voting.ballot import jobs
from voting.ballot.keeping import Opened
from voting.queries.elections import pending
from voting.queries.elections.pending import Pending
from web.gateways.vault import Keys

log_book = logging.getLogger(__name__)
STEP = 0.2  # seconds between looks while an election is going on
IDLE = 5.0  # and otherwise: nothing is due in the first seconds of one


@dataclass(frozen=True)
class Acts:
    """How what has been worked out is handed in: meeting, election, and what was found."""

    close: Callable[[int, int, Actor], object]
    keep_tally: Callable[[int, int, str], object]
    count: Callable[[int, int, Opened], object]


class Urns:
    def __init__(self, database: Database, workers: Workers, keys: Keys, acts: Acts) -> None:
        self._database, self._workers, self._keys, self._acts = database, workers, keys, acts

    def watch_forever(self) -> None:
        is_busy = True
        while True:
            time.sleep(STEP if is_busy else IDLE)
            try:
                is_busy = self.tick()
            except Exception:
                log_book.exception("An election was not looked at; it is looked at again.")

    def tick(self) -> bool:
        """Do what is due.  Is any digital election going on?"""
        with self._database.reading() as session:
            going = pending.going_on(session)
        for one in going:
            self._look_at(one)
        self._forget_keys()
        return bool(going)

    def _look_at(self, one: Pending) -> None:
        try:
            self._close_in_time(one)
            self._add_up(one)
            self._open(one)
        except RuleBroken as error:
            log_book.info("Election %s stays as it is: %s", one.election_id, error)
        except (NotStored, WorkerDied):
            log_book.warning("Election %s could not be taken further yet.", one.election_id)

    def _close_in_time(self, one: Pending) -> None:
        with self._database.reading() as session:
            due = pending.due(session, one)
        if due is not None:
            self._acts.close(one.meeting_id, one.election_id, due)

    def _add_up(self, one: Pending) -> None:
        with self._database.reading() as session:
            sealed = pending.to_add_up(session, one)
        if sealed is None:
            return
        tally = self._workers.run(jobs.compute_tally, sealed.election, sealed.ballots)
        self._acts.keep_tally(one.meeting_id, one.election_id, tally)

    def _open(self, one: Pending) -> None:
        with self._database.reading() as session:
            closed = pending.to_open(session, one)
        if closed is not None:
            self._acts.count(one.meeting_id, one.election_id, self._keys.open_urn(closed))

    def _forget_keys(self) -> None:
        """Of what is over, and of what was announced and never used."""
        kept = self._keys.kept()
        if not kept:
            return
        with self._database.reading() as session:
            needed = pending.keys_needed(session)
        for uuid, is_fresh in kept.items():
            if not needed.get(uuid, is_fresh):
                self._keys.destroy(uuid)
