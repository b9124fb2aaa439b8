from collections.abc import Iterator

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.db import Base, Database
from core.log import Head
from core.once import once

asked: list[int] = []


@once
def heads(session: Session, above: int = 0) -> int:
    asked.append(above)
    return session.scalar(select(func.count()).where(Head.meeting_id > above)) or 0


@pytest.fixture(autouse=True)
def nothing_asked() -> None:
    asked.clear()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    Base.metadata.create_all(database.writer_engine)
    yield database
    database.close()


def test_every_piece_of_a_screen_gets_the_same_answer(database: Database) -> None:
    with database.reading() as session:
        assert heads(session) == heads(session)
    assert asked == [0]


def test_another_question_is_another_answer(database: Database) -> None:
    with database.reading() as session:
        heads(session), heads(session, 1), heads(session, above=1)
    assert asked == [0, 1, 1]


def test_the_next_reading_asks_again(database: Database) -> None:
    for _ in range(2):
        with database.reading() as session:
            heads(session)
    assert asked == [0, 0]


def test_an_act_sees_what_it_has_just_changed(database: Database) -> None:
    with database.writing() as session, session.begin():
        before = heads(session)
        session.add(Head(meeting_id=77, seq=0, height=0, hash="", at=""))
        assert heads(session) == before + 1
        session.rollback()
