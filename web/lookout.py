"""Whoever looks at the notice board every hour: is what we have posted really there for everybody?

Asks the public pages themselves, through the whole application, so that a fault anywhere on the way
is found (KL 13:5, APPEAL-2).  What is seen is stored; an hour without a look is a gap of its own.
"""

import logging
import threading
from collections.abc import Callable, Sequence
from html import escape

from flask import Flask

from core.db import Database
from core.errors import NotStored
from meetings.models.board import MISSING, NO_ANSWER
from meetings.queries.board.posted import up_by_council
from meetings.rules.board import EVERY

log_book = logging.getLogger(__name__)

AGAIN = 60.0  # seconds until the next try, when what was seen could not be stored
OK = 200
Seen = tuple[int, str | None]  # a notice, and why it was not up
Store = Callable[[Sequence[Seen]], object]


class Lookout:
    def __init__(self, app: Flask, database: Database, address: str, store: Store) -> None:
        self._app, self._database, self._store = app, database, store
        self._address = address
        self._wait = threading.Event()

    def look_forever(self) -> None:
        while True:
            self._wait.wait(EVERY.total_seconds() if self._has_looked() else AGAIN)

    def look(self) -> None:
        """Once at every board that has anything on it."""
        with self._database.reading() as session:
            posted = up_by_council(session)
        for council_id, notices in posted.items():
            page = self._page(f"/councils/{council_id}/board")
            self._store([(number, self._why_not(page, number, title)) for number, title in notices])

    def _has_looked(self) -> bool:
        try:
            self.look()
        except NotStored:
            log_book.warning("What was seen on the notice board could not be stored yet.")
            return False
        except Exception:
            log_book.exception("The notice board was not looked at; it is looked at again.")
            return False
        return True

    def _page(self, path: str) -> str | None:
        """None if there was no such page for everybody."""
        answer = self._app.test_client().get(path, base_url=self._address)
        return answer.get_data(as_text=True) if answer.status_code == OK else None

    @staticmethod
    def _why_not(page: str | None, notice_id: int, title: str) -> str | None:
        if page is None:
            return NO_ANSWER
        is_there = f'id="notice-{notice_id}"' in page and escape(title) in page
        return None if is_there else MISSING
