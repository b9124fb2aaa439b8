"""The databases that the tests run on: SQLite always, PostgreSQL where one is told of.

`KLUBBA_TEST_POSTGRESQL` is the address of a database that may be emptied.  In the gate it must be
there; on a newcomer's machine the tests that need it are skipped.
"""

import os
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Engine, StaticPool, create_engine, make_url, text
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
    """Truncating gives every table a new file; what a test has written is sooner deleted."""
    own = _made(address)
    with _engine(own).begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))  # in whatever order
        connection.exec_driver_sql(_emptying())
        connection.execute(text("SET session_replication_role = origin"))
    return own


@cache
def _engine(own: str) -> Engine:
    """Its one connection stays open: the server has learnt every table by then."""
    return create_engine(own, poolclass=StaticPool)


@cache
def _emptying() -> str:
    """All of it in one go: the rows, and the numbers that are given to them."""
    rows = "; ".join(f"DELETE FROM {name}" for name in Base.metadata.tables)  # noqa: S608
    numbers = ", ".join(f"setval({sequence}, 1, false)" for *_, sequence in _numbered())
    return f"{rows}; SELECT {numbers}"


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


def number_from_here(session: Session, tables: frozenset[str] | None = None) -> None:
    """Rows (of these tables) have numbers given by hand; let the database go on after them."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().exec_driver_sql(_numbering(tables))


@cache
def _numbering(tables: frozenset[str] | None) -> str:
    latest = "SELECT COALESCE(MAX({column}), 0) + 1 FROM {table}"
    return "SELECT " + ", ".join(
        f"setval({sequence}, ({latest.format(column=column, table=table)}), false)"
        for table, column, sequence in _numbered()
        if tables is None or table in tables
    )


def _numbered() -> list[tuple[str, str, str]]:
    """Tables whose rows are numbered by the database: table, column, and what gives the numbers."""
    columns = [(table.name, table.autoincrement_column) for table in Base.metadata.sorted_tables]
    return [
        (table, column.name, f"pg_get_serial_sequence('{table}', '{column.name}')")
        for table, column in columns
        if column is not None
    ]
