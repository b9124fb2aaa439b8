"""All that a database remembers, beyond its rows: its files, and its write-ahead log."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import make_url

from core.db import Database

LENGTH = 100  # characters; longer words may be cut by the header of a page
HERE = text("SELECT pg_current_wal_insert_lsn()::text")
WRITTEN = text(
    "SELECT pg_read_binary_file('pg_wal/' || name) FROM pg_ls_waldir() "
    "WHERE name BETWEEN pg_walfile_name(CAST(:since AS pg_lsn)) "
    "AND pg_walfile_name(pg_current_wal_insert_lsn()) ORDER BY name"
)
Remembers = Callable[[str], bool]


def remembering(database: Database) -> Callable[[], Remembers]:
    """Asked for before something is written; then: does it stand anywhere in what was written?"""
    if database.on_sqlite:
        path = make_url(database.url).database or ""
        return lambda: _in(b"".join(one.read_bytes() for one in _files(Path(path))))
    with database.writing() as session:
        since = session.scalar(HERE)

    def written() -> Remembers:
        with database.writing() as session:
            return _in(b"".join(session.scalars(WRITTEN, {"since": since})))

    return written


def _files(path: Path) -> list[Path]:
    """With `-wal`, `-shm` and a journal, where there are any."""
    return sorted(path.parent.glob(f"{path.name}*"))


def _in(kept: bytes) -> Remembers:
    return lambda word: any(
        word[at : at + LENGTH].encode() in kept for at in range(0, len(word), LENGTH)
    )
