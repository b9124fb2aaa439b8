"""The databases that the tests run on: SQLite always, PostgreSQL where one is told of.

`KLUBBA_TEST_POSTGRESQL` is the address of a database that may be emptied.  In the gate it must be
there; on a newcomer's machine the tests that need it are skipped.
"""

import os
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.orm import Session

from core.db import Base

ADDRESS = os.environ.get("KLUBBA_TEST_POSTGRESQL")
KINDS = ("sqlite", "postgresql")


def fresh(kind: str, folder: Path) -> str:
    """The address of an empty database of this kind."""
    if kind == "sqlite":
        return f"sqlite:///{folder}/t.db"
    if ADDRESS is None:
        assert not os.environ.get("CI"), "The gate runs on PostgreSQL too: KLUBBA_TEST_POSTGRESQL."
        pytest.skip("Ingen PostgreSQL: sätt KLUBBA_TEST_POSTGRESQL.")
    return _emptied(ADDRESS)


def _emptied(address: str) -> str:
    own = _made(address)
    engine = create_engine(own)
    tables = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    engine.dispose()
    return own


@cache
def _made(address: str) -> str:
    """One database for each process that tests run in, made anew when it starts."""
    url = make_url(address)
    own = url.set(database=f"{url.database}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{own.database}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{own.database}"'))
    engine.dispose()
    engine = create_engine(own)
    Base.metadata.create_all(engine)
    engine.dispose()
    return own.render_as_string(hide_password=False)


def number_from_here(session: Session) -> None:
    """Rows were given their numbers by hand; let the database go on after them."""
    if session.get_bind().dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            latest = f'SELECT COALESCE(MAX("{column.name}"), 0) + 1 FROM "{table.name}"'  # noqa: S608
            sequence = f"pg_get_serial_sequence('{table.name}', '{column.name}')"
            session.execute(text(f"SELECT setval({sequence}, ({latest}), false)"))
