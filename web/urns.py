"""What is done for a digital election when nobody presses: closing in time, tally, result, keys.

The database says what is pending, so nothing is forgotten at a restart and nothing is done twice.
PROTOCOL 11–13.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import clock
from core.actor import Actor
from core.db import Database
from core.errors import NotStored, RuleBroken
from core.log import Entry
from core.workers import WorkerDied, Workers
from meetings.models import Meeting
from meetings.queries import state
from voting.ballot import board, jobs
from voting.ballot.keeping import Closed, Opened
from voting.models import DigitalElection, Election
from voting.queries.elections.boards import archive_of
from voting.queries.elections.shares import enough, shares
from voting.rules.elections.states import ElectionState
from web.gateways.vault import Keys

log_book = logging.getLogger(__name__)
STEP = 0.2  # seconds between looks while something is going on
IDLE = 5.0  # and otherwise, should the word not have reached us
GOING = (
    ElectionState.PREPARED,
    ElectionState.FROZEN,
    ElectionState.OPEN,
    ElectionState.CLOSED,
    ElectionState.MIXED,
)


@dataclass(frozen=True)
class Acts:
    """How what has been worked out is handed in: meeting, election, and what was found."""

    close: Callable[[int, int, Actor], object]
    keep_tally: Callable[[int, int, str], object]
    count: Callable[[int, int, Opened], object]


@dataclass(frozen=True)
class Pending:
    meeting_id: int
    election_id: int


class Urns:
    def __init__(self, database: Database, workers: Workers, keys: Keys, acts: Acts) -> None:
        self._database, self._workers, self._keys, self._acts = database, workers, keys, acts
        self._wake = threading.Event()

    def wake(self, _entry: Entry) -> None:
        self._wake.set()

    def watch_forever(self) -> None:
        is_busy = True
        while True:
            self._wake.wait(STEP if is_busy else IDLE)
            self._wake.clear()
            try:
                is_busy = self.tick()
            except Exception:
                log_book.exception("An election was not looked at; it is looked at again.")

    def tick(self) -> bool:
        """Do what is due.  Is any digital election going on?"""
        with self._database.reading() as session:
            going = _going(session)
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
            due = _due(session, one)
        if due is not None:
            self._acts.close(one.meeting_id, one.election_id, due)

    def _add_up(self, one: Pending) -> None:
        with self._database.reading() as session:
            digital = session.get(DigitalElection, one.election_id)
            if not _is_closed(session, one) or digital is None or digital.tally is not None:
                return
            ballots = board.ballots(archive_of(session, one.election_id))
            text = digital.election_text
        tally = self._workers.run(jobs.compute_tally, text, ballots)
        self._acts.keep_tally(one.meeting_id, one.election_id, tally)

    def _open(self, one: Pending) -> None:
        with self._database.reading() as session:
            closed = _to_open(session, one)
        if closed is not None:
            self._acts.count(one.meeting_id, one.election_id, self._keys.open_urn(closed))

    def _forget_keys(self) -> None:
        """Of what is over, and of what was announced and never used."""
        kept = self._keys.kept()
        if not kept:
            return
        with self._database.reading() as session:
            going_on = _going_on(session)
        for uuid, is_fresh in kept.items():
            if not going_on.get(uuid, is_fresh):
                self._keys.destroy(uuid)


def _going(session: Session) -> list[Pending]:
    rows = session.execute(
        select(Election.meeting_id, Election.id)
        .join(DigitalElection, DigitalElection.election_id == Election.id)
        .where(Election.state.in_(GOING))
        .order_by(Election.id)
    )
    return [Pending(*row) for row in rows]


def _due(session: Session, one: Pending) -> Actor | None:
    """By whoever leads, when the countdown that she began is over."""
    row = session.execute(
        select(DigitalElection.closes_at, Meeting.presiding_id)
        .join(Election, Election.id == DigitalElection.election_id)
        .join(Meeting, Meeting.id == Election.meeting_id)
        .where(Election.id == one.election_id, Election.state == ElectionState.OPEN)
    ).first()
    if row is None or row.closes_at is None or row.closes_at > clock.now():
        return None
    return Actor(row.presiding_id) if row.presiding_id is not None else None


def _is_closed(session: Session, one: Pending) -> bool:
    return session.get_one(Election, one.election_id).state == ElectionState.CLOSED


def _to_open(session: Session, one: Pending) -> Closed | None:
    digital = session.get(DigitalElection, one.election_id)
    if digital is None or not _is_closed(session, one):
        return None
    if not digital.counting_at or digital.tally is None or not enough(session, one.election_id):
        return None
    archive = archive_of(session, one.election_id)
    procedure = state.procedure(state.meeting(session, one.meeting_id))
    return Closed(
        archive=archive,
        uuid=digital.uuid,
        election=digital.election_text,
        trustees=digital.trustees_text,
        tally=digital.tally,
        ballots=len(board.ballots(archive)),
        shares=shares(session, one.election_id),
        minimum=procedure.ballot_minimum,
    )


def _going_on(session: Session) -> dict[str, bool]:
    """Every election that is known, and whether its key is needed any more."""
    known = select(DigitalElection.uuid, Election.state).join(
        Election, Election.id == DigitalElection.election_id
    )
    return {uuid: state in GOING for uuid, state in session.execute(known)}
