"""Acts that arrive at the same moment are carried out one by one, in the order they came."""

from collections.abc import Iterator

import pytest

from core.actor import Actor
from core.db import Database
from core.errors import RuleBroken
from core.writer import Act, Action, Writer
from meetings.models import Meeting
from tests.worlds import ANNA, BEA, BO, OPEN, new_world
from voting.actions.decisions import gavel
from voting.actions.votes import cast_ballot, close_vote, open_vote, use_casting_vote
from voting.models import Ballot, How, Vote, VoteKind
from voting.queries.questions import Question
from voting.rules.majority import Choice, Required

QUESTION = Question(VoteKind.MAIN, Required.SIMPLE, "Ska den byggas?", "Byggs", "Byggs inte")


@pytest.fixture
def writer(database_url: str) -> Iterator[Writer]:
    database = Database(database_url)
    new_world(database)
    with database.writing() as session, session.begin():
        meeting = session.get_one(Meeting, OPEN)
        meeting.procedure = {**meeting.procedure, "division_closing_seconds": 0}
    yield Writer(database, lambda _meeting, _news: None)
    database.close()


def together(writer: Writer, *acts: tuple[int, Action, tuple[object, ...]]) -> list[str]:
    """One group, one commit; what each was told."""
    group = [
        Act(OPEN, action, args, Actor(by), f"key {number}")
        for number, (by, action, args) in enumerate(acts)
    ]
    for act in group:
        writer._queue.put(act)
    writer.step()
    assert all(isinstance(act.error, RuleBroken) for act in group if act.error)
    return [str(act.error) if act.error else "done" for act in group]


def test_two_windows_of_the_chair_open_one_vote(writer: Writer) -> None:
    twice = [(ANNA, open_vote, (3, QUESTION))] * 2
    assert together(writer, *twice) == ["done", "En votering pågår redan."]


def test_a_vote_that_comes_after_the_closing_in_the_same_moment_is_too_late(
    writer: Writer,
) -> None:
    vote = writer.submit(OPEN, open_vote, 3, QUESTION, by=Actor(ANNA)).made
    assert together(
        writer,
        (BO, cast_ballot, (vote, Choice.NO)),
        (ANNA, close_vote, (vote,)),
        (BEA, cast_ballot, (vote, Choice.YES)),
        (BO, cast_ballot, (vote, Choice.YES)),
        (ANNA, close_vote, (vote,)),
    ) == ["done", "done", *["Voteringen är stängd."] * 3]
    with writer.database.reading() as session:
        closed = session.get_one(Vote, vote)
        assert (closed.yes, closed.no, closed.outcome) == (0, 1, "no")
        assert session.query(Ballot).count() == 1


def test_every_member_at_once_and_every_vote_is_there(writer: Writer) -> None:
    vote = writer.submit(OPEN, open_vote, 3, QUESTION, by=Actor(ANNA)).made
    everybody = [(seat, cast_ballot, (vote, Choice.YES)) for seat in range(2, 22)]
    told = together(writer, *everybody, (ANNA, cast_ballot, (vote, Choice.NO)))
    assert told == ["done"] * 21
    writer.submit(OPEN, close_vote, vote, by=Actor(ANNA))
    with writer.database.reading() as session:
        assert (session.get_one(Vote, vote).yes, session.get_one(Vote, vote).no) == (20, 1)


def test_two_presses_one_casting_vote_and_one_decision(writer: Writer) -> None:
    vote = writer.submit(OPEN, open_vote, 3, QUESTION, by=Actor(ANNA)).made
    writer.submit(OPEN, close_vote, vote, by=Actor(ANNA))
    assert together(
        writer,
        (ANNA, use_casting_vote, (vote, Choice.YES)),
        (ANNA, use_casting_vote, (vote, Choice.NO)),
        (ANNA, gavel, (3, "Byggs", How.DIVISION, None, vote)),
        (ANNA, gavel, (3, "Byggs", How.DIVISION, None, vote)),
    ) == [
        "done",
        "Utslagsrösten läggs bara när röstetalet är lika.",
        "done",
        "Beslutet är redan klubbat.",
    ]
