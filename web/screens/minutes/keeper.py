"""Keeps approved minutes as files: set once, sealed if there is a seal, and never made anew.

The database says what is approved and not kept, so nothing is forgotten at a restart.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from flask import Flask
from sqlalchemy import select

from core.db import Database
from core.errors import NotStored, RuleBroken
from core.files import Files
from core.log import Entry
from core.workers import Workers
from meetings.models import MinutesVersion
from web.config import Config
from web.gateways import seal
from web.gateways.minutes import Paper, pdf
from web.gateways.seal import of
from web.screens.minutes.press import whole

log_book = logging.getLogger(__name__)
IDLE = 30.0  # seconds between looks, should the word not have reached us
Keep = Callable[[int, int, str, str | None], object]  # meeting, version, file, certificate


@dataclass(frozen=True)
class Kept:
    file: str
    certificate: str | None


class Keeper:
    def __init__(self, app: Flask, config: Config, keep: Keep) -> None:
        self._app, self._keep = app, keep
        self._database: Database = app.extensions["database"]
        self._files: Files = app.extensions["files"]
        self._workers: Workers = app.extensions["workers"]
        self._seal = of(config.seal, config.seal_passphrase_file)
        self._wake = threading.Event()

    def wake(self, _entry: Entry) -> None:
        self._wake.set()

    def watch_forever(self) -> None:
        while True:
            self._wake.wait(IDLE)
            self._wake.clear()
            try:
                self.tick()
            except Exception:
                log_book.exception("Approved minutes were not kept; it is tried again.")

    def tick(self) -> None:
        """Keep everything that is approved and not kept."""
        for meeting_id, version_id, paper, reason in self._waiting():
            kept = self._made(paper, reason)
            try:
                self._keep(meeting_id, version_id, kept.file, kept.certificate)
            except RuleBroken as error:
                log_book.info("Minutes %s are not kept: %s", version_id, error)
            except NotStored:
                log_book.warning("Minutes %s could not be kept yet.", version_id)

    def _waiting(self) -> list[tuple[int, int, Paper, str]]:
        approved = select(MinutesVersion).where(
            MinutesVersion.approved_at.is_not(None), MinutesVersion.file.is_(None)
        )
        with self._app.test_request_context(), self._database.reading() as session:
            return [
                (row.meeting_id, row.id, whole(session, row), f"Justerat {row.approved_on}")
                for row in session.scalars(approved.order_by(MinutesVersion.id))
            ]

    def _made(self, paper: Paper, reason: str) -> Kept:
        content, certificate = self._workers.run(pdf.make, paper).content, None
        if self._seal is not None:
            sealed = self._workers.run(seal.put_on, content, self._seal, reason)
            content, certificate = sealed.content, sealed.certificate
        return Kept(self._files.keep(BytesIO(content)).sha256, certificate)
