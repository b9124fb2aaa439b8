"""A rehearsal with nobody there leads itself, from roll call to minutes."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from core import clock, log
from core.db import Base
from councils.models import Mandate, Person
from meetings.models import Meeting
from meetings.queries.minutes import Part, draft
from voting.actions.votes import close_vote
from web.app import create_app
from web.config import Config
from web.demo.exercises import Mood
from web.demo.habits import live
from web.demo.names import people
from web.demo.rehearsal import Rehearsal
from web.timers import Countdowns


class Evening:
    """A second passes each time somebody looks at the clock on the wall."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_a_second(self) -> None:
        self.now += timedelta(seconds=1)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Flask]:
    config = Config(
        f"sqlite:///{tmp_path}/t.db",
        data=tmp_path,
        async_mode="threading",
        background=False,
        rate_limits=False,
        rehearsal=True,
    )
    app, _ = create_app(config)
    app.config["WTF_CSRF_ENABLED"] = False
    database = app.extensions["database"]
    Base.metadata.create_all(database.writer_engine)
    with database.writing() as session, session.begin():
        log.begin(session, log.REGISTER)
    yield app
    database.close()
    app.extensions["workers"].close()


def closing_votes(app: Flask) -> Countdowns:
    """What the house does by the clock when it is served."""
    submit = app.extensions["writer"].submit
    return Countdowns(
        app.extensions["database"],
        lambda meeting, vote, by: submit(meeting, close_vote, vote, by=by),
    )


def rehearse(app: Flask, mood: Mood, seconds: int) -> int:
    """The meeting's number, after so many seconds or when it is over."""
    evening, rehearsal, countdowns = Evening(), Rehearsal(app), closing_votes(app)
    with clock.set_to(evening):
        rehearsal.prepare()
        meeting = rehearsal.begin(mood)
        leader = rehearsal.going[meeting]
        leader.crowd.chance = random.Random(7)
        for _ in range(seconds):
            evening.pass_a_second()
            seen = live(leader.crowd)
            leader.lead(seen)
            countdowns.tick()
            if seen.meeting.closed_at:
                break
    return meeting


def test_one_item_is_led_from_roll_call_to_gavel_and_the_meeting_closed(empty: Flask) -> None:
    meeting = rehearse(empty, Mood.CALM, 400)
    with empty.extensions["database"].reading() as session:
        assert session.get_one(Meeting, meeting).closed_at is not None
        entries = log.read(session, meeting)
        minutes = draft(session, meeting)
    assert log.first_broken(entries) is None
    assert [section.item["title"] for section in minutes.sections] == [
        "Upprop",
        "Taxa för vatten och avlopp 2027",
    ]
    decided = minutes.sections[1].of(Part.DECISION)
    assert [line.fact["how"] for line in decided] == ["unopposed"]
    assert minutes.opened is not None
    assert minutes.opened["rehearsal"] is True


def test_a_disputed_item_goes_to_a_division_in_which_some_lose_their_line(empty: Flask) -> None:
    meeting = rehearse(empty, Mood.DIVISION, 700)
    with empty.extensions["database"].reading() as session:
        kinds = [entry.kind for entry in log.read(session, meeting)]
        assert session.get_one(Meeting, meeting).closed_at is not None
    assert kinds.count("vote.closed") == 1
    assert kinds.count("decision.gavelled") == 1
    assert kinds.count("member.line_lost") > 0


def test_every_seat_and_every_calling_order_is_filled_with_somebody_else(empty: Flask) -> None:
    Rehearsal(empty).prepare()
    with empty.extensions["database"].reading() as session:
        seats = list(session.scalars(select(Mandate.seat).where(Mandate.seat.is_not(None))))
        assert sorted(seats, key=int) == list(range(1, 62))
        names = session.scalar(select(func.count(Person.name.distinct())))
        assert names == session.scalar(select(func.count(Person.id)))
    assert people(80) == people(80)
