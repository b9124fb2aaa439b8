from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any, ClassVar

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.db import Base, Database
from core.errors import NotFound, NotStored, RuleBroken
from core.writer import FULL, MOST, Act, Receipt, Writer

ANNA, BO = Actor(1), Actor(2)


@dataclass(frozen=True)
class Said(log.Fact):
    kind: ClassVar[str] = "said"
    words: str


def say(session: Session, meeting_id: int, words: str, *, by: Actor) -> int | None:
    log.append(session, Said(words), by=by)
    if words == "fy":
        raise RuleBroken("Så säger man inte.")
    return len(words)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    Base.metadata.create_all(database.writer_engine)
    with database.writing() as session, session.begin():
        log.begin(session, meeting_id=1)
        log.begin(session, meeting_id=2)
    yield database
    database.close()


@pytest.fixture
def told() -> list[Any]:
    return []


@pytest.fixture
def writer(database: Database, told: list[Any]) -> Writer:
    return Writer(database, lambda meeting_id, news: told.append((meeting_id, len(news))))


def queue(writer: Writer, meeting_id: int, words: str) -> Act:
    writer._queue.put(act := Act(meeting_id, say, (words,), ANNA, key=words))
    return act


def said(database: Database, meeting_id: int = 1) -> list[str]:
    with database.reading() as session:
        entries = log.read(session, meeting_id)
    assert log.verify(entries)
    return [entry.payload["words"] for entry in entries]


def test_a_group_is_one_commit_and_a_broken_rule_stays_alone(
    database: Database, writer: Writer, told: list[Any]
) -> None:
    acts = [queue(writer, 1, words) for words in ("ja", "fy", "nej")]
    writer.step()
    assert [act.receipt and act.receipt.seq for act in acts] == [1, None, 2]
    assert str(acts[1].error) == "Så säger man inte."
    assert told == [(1, 2)]
    assert said(database) == ["ja", "nej"]


def test_an_impatient_client_is_answered_once(
    database: Database, writer: Writer, told: list[Any]
) -> None:
    first, second = queue(writer, 1, "ja"), queue(writer, 1, "ja")
    writer.step()
    assert first.receipt == second.receipt
    assert told == [(1, 1)]
    assert said(database) == ["ja"]


def test_the_same_act_tomorrow_gets_the_receipt_of_today(
    database: Database, writer: Writer
) -> None:
    first = writer.submit(1, say, "hej", by=ANNA, key="k")
    writer.submit(1, say, "svej", by=BO, key="k")
    later = Writer(database, lambda _meeting, _news: None)
    assert later.submit(1, say, "hej", by=ANNA, key="k") == first == Receipt(1, first.at, made=3)
    assert said(database) == ["hej", "svej"]


def test_a_key_is_not_used_for_anything_else(database: Database, writer: Writer) -> None:
    writer.submit(1, say, "ja", by=ANNA, key="k")
    for meeting_id, words in ((1, "nej"), (2, "ja")):
        with pytest.raises(RuleBroken, match=r"Samma nyckel, annat innehåll.") as refused:
            writer.submit(meeting_id, say, words, by=ANNA, key="k")
        assert refused.value.status == 409
    assert said(database) == ["ja"]
    assert said(database, 2) == []


def test_the_receipt_of_a_discreet_act_does_not_tell_what_was_chosen(writer: Writer) -> None:
    acts = [Act(1, say, (words,), ANNA, "k", discreet=True) for words in ("ja", "nej")]
    assert acts[0].what == acts[1].what
    assert Act(1, say, ("ja",), ANNA, "k").what != Act(1, say, ("nej",), ANNA, "k").what


def test_a_group_is_one_meeting_and_no_larger_than_a_commit_should_be(
    writer: Writer, told: list[Any]
) -> None:
    for meeting, words in [(1, "a"), (2, "b"), *((1, f"c{n}") for n in range(MOST))]:
        queue(writer, meeting, words)
    for _ in range(3):
        writer.step()
    assert told == [(1, MOST), (1, 1), (2, 1)]


def test_a_bug_or_a_lost_transaction_is_sent_out_and_the_rest_start_over(
    database: Database, writer: Writer, told: list[Any]
) -> None:
    def stumble(session: Session, meeting_id: int, *, by: Actor) -> None:
        raise ZeroDivisionError

    def lose_the_transaction(session: Session, meeting_id: int, *, by: Actor) -> None:
        session.connection().exec_driver_sql("ROLLBACK")  # as SQLite does when the disk is full

    acts = [queue(writer, 1, "ja")]
    for action in (stumble, lose_the_transaction):
        writer._queue.put(act := Act(1, action, (), ANNA, key=None))
        acts.append(act)
    acts.append(queue(writer, 1, "nej"))
    writer.step()
    assert [act.receipt and act.receipt.seq for act in acts] == [1, None, None, 2]
    assert [type(act.error) for act in acts[1:3]] == [ZeroDivisionError, NotStored]
    assert told == [(1, 2)]
    assert said(database) == ["ja", "nej"]


def test_nothing_is_acknowledged_or_announced_if_the_commit_fails(
    database: Database, writer: Writer, told: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_disk(_connection: object) -> None:
        raise OperationalError("COMMIT", {}, OSError("disk I/O error"))

    with monkeypatch.context() as broken:
        broken.setattr(database.writer_engine.dialect, "do_commit", broken_disk)
        with pytest.raises(NotStored, match=r"Det gick inte att spara. Tryck igen."):
            writer.submit(1, say, "ja", by=ANNA, key="k")
    assert (told, said(database)) == ([], [])
    assert writer.submit(1, say, "ja", by=ANNA, key="k").seq == 1
    assert (told, said(database)) == ([(1, 1)], ["ja"])


def test_a_meeting_that_is_not_there_is_said_plainly(writer: Writer) -> None:
    with pytest.raises(NotFound, match=r"Det finns inget sådant sammanträde."):
        writer.submit(99, say, "ja", by=ANNA)


def test_when_too_many_wait_more_are_asked_to_come_back(writer: Writer) -> None:
    for n in range(FULL):
        queue(writer, 1, str(n))
    with pytest.raises(NotStored, match=r"Försök igen om en sekund."):
        writer.submit(1, say, "ja", by=ANNA)


def test_a_restart_finishes_what_is_waiting_and_takes_no_more(
    database: Database, writer: Writer
) -> None:
    acts = [queue(writer, 1, str(n)) for n in range(3)]
    Thread(target=writer.work_forever, daemon=True).start()
    assert writer.drain(10)
    assert [act.receipt and act.receipt.seq for act in acts] == [1, 2, 3]
    with pytest.raises(NotStored, match=r"Klubba startas om."):
        writer.submit(1, say, "ja", by=ANNA)
    assert said(database) == ["0", "1", "2"]


def test_times_in_the_log_never_go_back_though_the_clock_does(
    database: Database, writer: Writer
) -> None:
    start = datetime(2026, 10, 25, 1, 0, tzinfo=UTC)
    minutes = (0, 5, -55, 6)  # somebody "corrects" the clock by an hour, and back
    for n, minute in enumerate(minutes):
        with clock.set_to(lambda minute=minute: start + timedelta(minutes=minute)):
            writer.submit(1, say, str(n), by=ANNA)
    with database.reading() as session:
        entries = log.read(session, 1)
    assert [entry.at[11:16] for entry in entries] == ["01:00", "01:05", "01:05", "01:06"]
    assert log.verify(entries)


def test_acts_handed_in_together_are_one_commit_and_each_gets_its_own_answer(
    database: Database, writer: Writer, told: list[Any]
) -> None:
    acts = [Act(1, say, (words,), ANNA, key=None) for words in ("ja", "fy", "nej")]
    writer.submit_all(acts)
    assert [act.receipt and act.receipt.seq for act in acts] == [1, None, 2]
    assert (str(acts[1].error), told) == ("Så säger man inte.", [(1, 2)])
    Thread(target=writer.work_forever, daemon=True).start()
    writer.submit_all([Act(1, say, ("hej",), ANNA, key=None), Act(2, say, ("du",), ANNA, key=None)])
    assert (said(database), said(database, 2)) == (["ja", "nej", "hej"], ["du"])
    assert writer.drain(10)
    with pytest.raises(NotStored, match=r"Klubba startas om."):
        writer.submit_all([Act(1, say, ("sist",), ANNA, key=None)])
