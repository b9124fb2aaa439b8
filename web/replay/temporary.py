"""An empty database of its own, gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from core.db import Database
from web.config import Config
from web.upgrade import upgrade


@contextmanager
def empty_database() -> Iterator[Database]:
    with TemporaryDirectory(prefix="klubba-") as folder:
        path = Path(folder)
        upgrade(replace(Config(), database=f"sqlite:///{path}/klubba.db", data=path))
        database = Database(f"sqlite:///{path}/klubba.db")
        try:
            yield database
        finally:
            database.close()
