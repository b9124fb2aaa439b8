"""One house for all the tests of a process, emptied and furnished anew for each of them.

Reading the product, its addresses and its templates takes longer than most tests.  So the walls
stand; the database is emptied, and whatever remembers anything (`web.app.equip`) is made again.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from flask import Flask

from core.db import Base, Database
from core.workers import Workers
from tests.databases import fresh
from tests.worlds import new_world
from web.app import create_app, equip
from web.config import Config


class House:
    def __init__(self, kind: str, folder: Path) -> None:
        self.kind, self._here = kind, folder
        self.config = Config(
            fresh(kind, self._here),
            data=self._here,
            async_mode="threading",
            background=False,
            rate_limits=False,
        )
        self.app, _ = create_app(self.config)
        self.app.config["WTF_CSRF_ENABLED"] = False
        self.database: Database = self.app.extensions["database"]
        self.workers: Workers = self.app.extensions["workers"]
        if self.database.on_sqlite:
            Base.metadata.create_all(self.database.writer_engine)
            self._empty = self._kept_empty()

    @contextmanager
    def furnished(self, data: Path) -> Iterator[Flask]:
        """Lillköping as it is in `tests.worlds`, its files in a folder of the test's own."""
        self._make_empty()
        vars(self.app).pop("wsgi_app", None)  # or every wire would be laid on top of the last
        equip(self.app, replace(self.config, data=data), self.database, self.workers)
        new_world(self.database)
        with _put_back(self.app.config, self.app.view_functions, self.app.extensions):
            yield self.app
        if self.database.on_sqlite:
            self.database.close()  # the file is about to be replaced; a server is only emptied

    def tear_down(self) -> None:
        self.database.close()
        self.workers.close()

    def _make_empty(self) -> None:
        if not self.database.on_sqlite:
            fresh(self.kind, self._here)
            return
        with closing(sqlite3.connect(self._here / "t.db", timeout=10)) as file:
            file.execute("PRAGMA synchronous=OFF")
            self._empty.backup(file)

    def _kept_empty(self) -> sqlite3.Connection:
        self.database.close()
        empty = sqlite3.connect(":memory:")
        with closing(sqlite3.connect(self._here / "t.db")) as file:
            file.backup(empty)
        return empty


@contextmanager
def _put_back(*shelves: dict[str, Any]) -> Iterator[None]:
    """Whatever a test moves is where it was when the next one comes."""
    before = [dict(shelf) for shelf in shelves]
    try:
        yield
    finally:
        for shelf, things in zip(shelves, before, strict=True):
            shelf.clear()
            shelf.update(things)
