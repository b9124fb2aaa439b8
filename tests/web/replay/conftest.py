from collections.abc import Iterator

import pytest

from core import log
from core.db import Base, Database


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty house."""
    database = Database(database_url)
    Base.metadata.create_all(database.writer_engine)
    with database.writing() as session, session.begin():
        if session.get(log.Head, log.REGISTER) is None:
            log.begin(session, log.REGISTER)
    yield database
    database.close()
