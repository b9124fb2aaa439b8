"""How many statements something costs the database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from core.db import Database

Question = Callable[[Session], object]


def statements(database: Database, question: Question) -> int:
    """Asked in a session of its own, so that nothing is known beforehand."""
    with database.reading() as session, counted(database) as told:
        question(session)
    return len(told)


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    told: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement != "BEGIN":
            told.append(statement)

    event.listen(database.reader_engine, "before_cursor_execute", hear)
    try:
        yield told
    finally:
        event.remove(database.reader_engine, "before_cursor_execute", hear)
