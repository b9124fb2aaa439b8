"""Several processes, one meeting: what one has committed, the others hear of at once.

PostgreSQL carries the word (NOTIFY, in the same transaction as the change), and each process draws
for the screens that it holds itself.  A word that is lost is made good by the heartbeat: the truth
is `seq`.  On SQLite there is one process, and nothing to tell.
"""

import json
import logging
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any
from uuid import uuid4

from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from core.log import Entry, Pulse

log_book = logging.getLogger(__name__)

CHANNEL = "klubba"
AGAIN = 1.0  # seconds before a lost connection is tried again
LOOK = 5.0  # seconds after which the listener looks up
News = list[Entry | Pulse]
Announce = Callable[[int, News], None]


class Bulletin:
    def __init__(self, url: str, announce: Announce) -> None:
        self._engine = create_engine(url, poolclass=NullPool)
        self._announce = announce
        self._own = uuid4().hex

    def post(self, session: Session, meeting_id: int, news: News) -> None:
        """Heard when the transaction is committed, and only then."""
        if news:
            seq, kinds = max(item.seq for item in news), sorted({item.kind for item in news})
            word = json.dumps([self._own, meeting_id, seq, kinds])
            session.execute(text("SELECT pg_notify(:to, :word)"), {"to": CHANNEL, "word": word})

    def listen_forever(self) -> None:
        while True:
            try:
                self._listen()
            except Exception as error:  # noqa: BLE001 - whatever it is, the heartbeat makes up for it
                log_book.warning("The bulletin is not heard: %s", error)
                time.sleep(AGAIN)

    def _listen(self) -> None:
        with closing(self._engine.raw_connection()) as connection:
            line: Any = connection.driver_connection
            line.autocommit = True
            line.execute(f"LISTEN {CHANNEL}")
            while True:
                for notice in line.notifies(timeout=LOOK):
                    self._hear(notice.payload)

    def _hear(self, word: str) -> None:
        """Others' facts come as pulses: redrawn here, obeyed where they happened."""
        sender, meeting_id, seq, kinds = json.loads(word)
        if sender != self._own:
            self._announce(meeting_id, [Pulse(kind, seq) for kind in kinds])
