"""The rehearsals that go on: each meeting has its crowd and, when nobody leads, its leader."""

import logging
import secrets
import time
from dataclasses import dataclass, field

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from councils.models import Role, RoleHeld, SignIn
from web.auth.user import digest
from web.demo.crowd import Crowd
from web.demo.exercises import Mood, exercise
from web.demo.found import found_council
from web.demo.habits import live
from web.demo.leader import Leader
from web.demo.stage import House, is_rehearsal, set_up

log_book = logging.getLogger(__name__)
TICK = 1.0


@dataclass
class Rehearsal:
    app: Flask
    going: dict[int, Leader] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.house = House(self.app)

    def prepare(self) -> None:
        """The council, once."""
        if not self.house.ask(is_rehearsal):
            self.house.do(log.REGISTER, found_council, by=None)

    def begin(self, mood: Mood) -> int:
        """A new meeting to practise in; its number."""
        plan = exercise(mood)
        meeting = set_up(self.house, plan)
        crowd = Crowd(self.house, meeting, plan)
        self.going[meeting] = Leader(crowd, self._browser(self.holder(Role.CHAIR)))
        return meeting

    def run_forever(self) -> None:
        while True:
            time.sleep(TICK)
            for meeting, leader in list(self.going.items()):
                self._tick(meeting, leader)

    def _tick(self, meeting: int, leader: Leader) -> None:
        try:
            seen = live(leader.crowd)
            leader.lead(seen)
            if seen.meeting.closed_at:
                del self.going[meeting]
        except Exception:
            log_book.exception("Rehearsal %s stumbled; it goes on.", meeting)

    def holder(self, role: Role) -> int:
        person: int = self.house.ask(_holder, role)
        return person

    def _browser(self, person_id: int) -> FlaskClient:
        """Signed in as somebody, for as long as the process lives."""
        token = secrets.token_urlsafe(32)
        self.house.do(log.REGISTER, sign_in, person_id, digest(token), by=None)
        browser = self.app.test_client()
        with browser.session_transaction() as cookie:
            cookie["_user_id"], cookie["_fresh"] = token, True
        return browser


def _holder(session: Session, role: Role) -> int:
    held = select(RoleHeld.person_id).where(RoleHeld.role == role).order_by(RoleHeld.id)
    return session.scalars(held.limit(1)).one()


def sign_in(
    session: Session, _register: int, person_id: int, key: str, *, by: Actor | None
) -> None:
    row = SignIn(digest=key, person_id=person_id, method="rehearsal")
    row.at, row.expires = clock.now(), clock.later(7 * 86_400)
    session.add(row)
