"""The postman: takes letters out of the outbox, writes them and hands them to mail or telephone.

A letter is taken for a minute before it is sent, so that two postmen do not send the same one; one
that dies on the way is sent again.  Rather twice than never.
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

from flask import Flask, render_template
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from core import clock
from core.db import Database
from councils.backends import codes, invitations, links
from councils.models import Council, Letter, Password, Person
from councils.queries.doors import door
from web.config import Config
from web.gateways.posts import Carrier, Written

log_book = logging.getLogger(__name__)

WAIT = 5.0  # seconds between looks, when nobody has said that there is something
BAG = 50  # letters at a time
Submit = Callable[..., int | None]


class Postman:
    """`take`, `sent`, `failed` and `wipe` hand in the acts that say how it went."""

    def __init__(
        self,
        app: Flask,
        database: Database,
        carriers: dict[str, Carrier],
        *,
        take: Submit,
        sent: Submit,
        failed: Submit,
        wipe: Submit,
    ) -> None:
        self.app, self.database, self.carriers = app, database, carriers
        self.take, self.sent, self.failed, self.wipe = take, sent, failed, wipe
        self._wake = threading.Event()

    def wake(self, _entry: object = None) -> None:
        self._wake.set()

    def deliver_forever(self) -> None:
        while True:
            self._wake.wait(WAIT)
            self._wake.clear()
            try:
                self.deliver()
            except Exception:
                log_book.exception("The post was not delivered; another try soon.")

    def deliver(self) -> int:
        """How many letters left the house."""
        with self.database.reading() as session:
            due, has_old = _due(session), _has_old(session)
        if has_old:
            self.wipe()
        return sum(self._deliver_one(letter_id) for letter_id in due)

    def _deliver_one(self, letter_id: int) -> bool:
        if self.take(letter_id) is None:
            return False
        with self.database.reading() as session:
            letter = session.get_one(Letter, letter_id)
            words = _known(session, self.app.extensions["klubba"], letter)
        try:
            self.carriers[letter.channel].carry(self._written(letter, words))
        except Exception as error:  # noqa: BLE001 - whatever it was, the letter waits
            log_book.warning("Letter %s was not sent: %s", letter_id, type(error).__name__)
            self.failed(letter_id, _why(error))
            return False
        self.sent(letter_id)
        return True

    def _written(self, letter: Letter, words: dict[str, Any]) -> Written:
        """The first line of the template is the subject."""
        with self.app.test_request_context():
            text = render_template(f"mail/{letter.kind}.{letter.channel}.txt", **words)
        subject, _, body = text.strip().partition("\n")
        return Written(letter.id, letter.address, subject.strip(), body.strip() + "\n")


def _due(session: Session) -> list[int]:
    now = clock.now()
    waiting = select(Letter.id).where(
        Letter.sent_at.is_(None),
        Letter.contents.is_not(None),
        or_(Letter.try_again_at.is_(None), Letter.try_again_at <= now),
        or_(Letter.expires.is_(None), Letter.expires > now),
    )
    return list(session.scalars(waiting.order_by(Letter.id).limit(BAG)))


def _has_old(session: Session) -> bool:
    old = select(Letter.id).where(
        Letter.sent_at.is_(None), Letter.contents.is_not(None), Letter.expires <= clock.now()
    )
    return session.scalar(old.limit(1)) is not None


def _known(session: Session, config: Config, letter: Letter) -> dict[str, Any]:
    """What the words may speak of.  The secret address is made here, at the last moment."""
    person = session.get_one(Person, letter.person_id)
    contents = letter.contents or {}
    known: dict[str, Any] = {"person": person, "council": session.get(Council, person.council_id)}
    known["door"] = door(session, letter.meeting_id) if letter.meeting_id else None
    if "link" in contents:
        known["address"] = (
            f"{config.address}/links/{links.address(config.secret, contents['link'])}"
        )
    elif letter.kind == "summons":
        known |= contents
        known["address"] = f"{config.address}/meetings/{letter.meeting_id}/summons"
    elif "code" in contents:
        known["code"] = codes.grouped(contents["code"])
        known["address"] = f"{config.address}/meetings/{letter.meeting_id}/sign-ins"
    else:
        password = session.get(Password, person.id)
        invited = invitations.address(config.secret, person.id, password.hash if password else None)
        known["address"] = f"{config.address}/invitations/{invited}"
    return known


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
