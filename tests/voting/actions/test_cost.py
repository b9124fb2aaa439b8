"""Casting a vote asks by key: a large council costs no more statements than a small one."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from core.actor import Actor
from core.db import Database
from core.writer import Act, Writer
from tests.worlds import ANNA, BO, OPEN, member_in, new_world
from voting.actions.votes import cast_ballot, open_vote
from voting.models import VoteKind
from voting.queries.questions import Question
from voting.rules.majority import Choice, Required

QUESTION = Question(VoteKind.MAIN, Required.SIMPLE, "Ska den byggas?", "Byggs", "Byggs inte")


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(database.writer_engine, "before_cursor_execute", note)
    yield statements
    event.remove(database.writer_engine, "before_cursor_execute", note)


def tables(statements: list[str]) -> list[str]:
    """What each of them asks for."""
    return [name for each in statements for name in re.findall(r"^SELECT (\w+)\.", each)]


@pytest.fixture(params=[21, 149])
def writer(request: pytest.FixtureRequest, database_url: str) -> Iterator[Writer]:
    database = Database(database_url)
    new_world(database, seats=request.param)
    yield Writer(database, lambda _meeting, _news: None)
    database.close()


def test_a_ballot_costs_the_same_in_every_council(writer: Writer) -> None:
    vote = writer.submit(OPEN, open_vote, 3, QUESTION, by=Actor(ANNA)).made
    with counted(writer.database) as first:
        writer.submit(OPEN, cast_ballot, vote, Choice.YES, by=Actor(BO), key="1")
    with counted(writer.database) as changed:
        writer.submit(OPEN, cast_ballot, vote, Choice.NO, by=Actor(BO), key="2")
    assert tables(first) == ["log_heads", "receipts", "votes", "meeting_seats", "meetings"]
    assert len(changed) == len(first)


def test_the_chairs_own_ballot_too(writer: Writer) -> None:
    vote = writer.submit(OPEN, open_vote, 3, QUESTION, by=Actor(ANNA)).made
    with counted(writer.database) as statements, pytest.raises(Exception, match="röstar sist"):
        writer.submit(OPEN, cast_ballot, vote, Choice.YES, by=Actor(ANNA))
    assert len([one for one in statements if one.startswith("SELECT")]) == 6


def test_what_the_first_ballot_has_read_the_others_need_not_read_again(writer: Writer) -> None:
    vote = writer.submit(OPEN, open_vote, 3, QUESTION, by=Actor(ANNA)).made
    voters = range(2, 12)
    acts = [
        Act(OPEN, cast_ballot, (vote, Choice.YES), Actor(member_in(seat)), f"k{seat}")
        for seat in voters
    ]
    with counted(writer.database) as statements:
        writer.submit_all(acts)
    one_each = {"log_heads": 1, "receipts": 1, "votes": 1, "meetings": 1}
    assert Counter(tables(statements)) == one_each | {"meeting_seats": len(voters)}
