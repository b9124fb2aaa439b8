from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.db import Base, Database
from core.errors import RuleBroken
from core.writer import Writer

ANNA = Actor(1, helping=2)


@dataclass(frozen=True)
class Said(log.Fact):
    kind: ClassVar[str] = "said"
    words: str


def say(session: Session, meeting_id: int, *words: str, by: Actor) -> None:
    for word in words:
        if word == "puls":
            log.pulse(session, "urn")
        else:
            log.append(session, Said(word), by=by)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    Base.metadata.create_all(database.writer_engine)
    with database.writing() as session, session.begin():
        log.begin(session, meeting_id=1)
    yield database
    database.close()


def entries_of(database: Database, *words: str) -> list[log.Entry]:
    Writer(database, lambda _meeting, _news: None).submit(1, say, *words, by=ANNA)
    with database.reading() as session:
        return log.read(session, 1)


def test_a_pulse_moves_the_screens_and_leaves_nothing_behind(database: Database) -> None:
    entries = entries_of(database, "a", "puls", "b")
    assert [(entry.height, entry.seq) for entry in entries] == [(1, 1), (2, 3)]
    with database.reading() as session:
        assert log.seq(session, 1) == 3
        assert log.seq(session, 2) == 0


def test_an_entry_tells_who_acted_and_for_whom(database: Database) -> None:
    (entry,) = entries_of(database, "Åsa")
    assert (entry.actor_id, entry.helping, entry.payload) == (1, 2, {"words": "Åsa"})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("payload", {"words": "B"}),
        ("at", "2026-01-01T00:00:00.000+00:00"),
        ("actor_id", 3),
        ("helping", None),
        ("kind", "sung"),
        ("hash", "0" * 64),
    ],
)
def test_a_changed_word_names_the_entry_it_was_changed_in(
    database: Database, field: str, value: object
) -> None:
    entries = entries_of(database, "a", "b", "c")
    assert log.verify(entries)
    setattr(entries[1], field, value)
    assert log.first_broken(entries) is entries[1]


def test_a_missing_or_moved_entry_breaks_the_chain(database: Database) -> None:
    a, b, c = entries_of(database, "a", "b", "c")
    assert log.first_broken([a, c]) is c
    assert log.first_broken([b, c]) is b
    assert log.first_broken([a, c, b]) is c


def test_a_reader_cannot_write(database: Database) -> None:
    with database.reading() as session, pytest.raises(DBAPIError, match=r"read.?only"):
        session.execute(text("DELETE FROM log_entries"))


def test_what_is_told_of_a_new_meeting_stands_in_its_own_log(database: Database) -> None:
    def call_a_meeting(session: Session, meeting_id: int, *words: str, by: Actor) -> None:
        log.append(session, Said("ett möte är lagt"), by=by)
        log.begin(session, 2)
        with log.of_new_meeting(session, 2):
            say(session, 2, *words, by=by)
            if "fel" in words:
                raise RuleBroken("Det går inte.")
        log.append(session, Said("klart"), by=by)

    writer = Writer(database, lambda _meeting, _news: None)
    with pytest.raises(RuleBroken):
        writer.submit(1, call_a_meeting, "ett", "fel", by=ANNA)
    writer.submit(1, call_a_meeting, "ett", "två", by=ANNA)
    with database.reading() as session:
        both = [log.read(session, meeting_id) for meeting_id in (1, 2)]
    assert [[entry.payload["words"] for entry in entries] for entries in both] == [
        ["ett möte är lagt", "klart"],
        ["ett", "två"],
    ]
    assert [log.first_broken(entries) for entries in both] == [None, None]
