"""The countdown that the chair started closes the vote by itself, once, and after a restart too."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from core import clock
from core.actor import Actor
from core.errors import NotStored, RuleBroken
from meetings.actions.lines import regain_line
from meetings.models import Handling
from tests.worlds import ANNA, BO, OPEN, Clients
from voting.models import KeyCeremony, TrusteeSeat, Vote
from web.timers import Countdowns, Silences, counted_on

START = datetime(2026, 12, 14, 18, 0, tzinfo=UTC)


@pytest.fixture
def vote(app: Flask) -> int:
    with app.extensions["database"].writing() as session, session.begin():
        session.query(Handling).filter_by(meeting_id=OPEN).one().step = "division"
        vote = Vote(meeting_id=OPEN, item_id=3, number=1, kind="main", majority="simple")
        vote.question, vote.yes_means, vote.no_means = "Ja eller nej?", "Bifall", "Avslag"
        vote.opened_at = clock.written(START)
        session.add(vote)
        session.flush()
        return vote.id


@pytest.fixture
def countdowns(app: Flask) -> Countdowns:
    countdowns: Countdowns = app.extensions["countdowns"]
    return countdowns


def at(seconds: float) -> Callable[[], datetime]:
    return lambda: START + timedelta(seconds=seconds)


def stored(app: Flask, vote: int) -> Vote:
    with app.extensions["database"].reading() as session:
        found: Session = session
        return found.get_one(Vote, vote)


def begin(clients: Clients, vote: int, at_second: float) -> None:
    with clock.set_to(at(at_second)):
        url = f"/meetings/{OPEN}/votes/{vote}/closing"
        assert clients.act(ANNA, "PUT", url, confirmed="1").status_code == 200


def test_the_vote_closes_when_the_countdown_is_over_and_not_before(
    app: Flask, clients: Clients, vote: int, countdowns: Countdowns
) -> None:
    assert countdowns.tick() is False
    begin(clients, vote, 10)
    ends = datetime.fromisoformat(stored(app, vote).closes_at or "")
    with clock.set_to(lambda: ends - timedelta(milliseconds=1)):
        assert countdowns.tick() is True
    assert stored(app, vote).closed_at is None
    with clock.set_to(lambda: ends):
        countdowns.tick()
        assert countdowns.tick() is False
    assert stored(app, vote).closed_at == clock.written(ends)


def test_a_countdown_that_the_chair_stopped_closes_nothing(
    app: Flask, clients: Clients, vote: int, countdowns: Countdowns
) -> None:
    begin(clients, vote, 10)
    clients.act(ANNA, "DELETE", f"/meetings/{OPEN}/votes/{vote}/closing")
    with clock.set_to(at(3600)):
        assert countdowns.tick() is False
    assert stored(app, vote).closed_at is None


def test_a_countdown_goes_on_after_a_restart(app: Flask, clients: Clients, vote: int) -> None:
    begin(clients, vote, 10)
    submitted: list[tuple[int, int, Actor]] = []
    anew = Countdowns(app.extensions["database"], lambda *told: submitted.append(told))
    with clock.set_to(at(3600)):
        anew.tick()
    assert submitted == [(OPEN, vote, Actor(ANNA))]


@pytest.mark.parametrize("trouble", [RuleBroken("Voteringen är stängd."), NotStored("Fullt.")])
def test_what_goes_wrong_once_is_tried_again(
    app: Flask, clients: Clients, vote: int, trouble: Exception
) -> None:
    begin(clients, vote, 10)
    tries = []

    def close(*told: object) -> None:
        tries.append(told)
        raise trouble

    anew = Countdowns(app.extensions["database"], close)
    with clock.set_to(at(3600)):
        assert anew.tick() is True
        assert anew.tick() is True
    assert len(tries) == 2


def test_only_lines_that_were_there_are_counted_on(app: Flask, clients: Clients) -> None:
    ask = counted_on(app.extensions["database"])
    assert list(ask()) == []
    app.extensions["writer"].submit(OPEN, regain_line, BO, by=None)
    assert list(ask()) == [(OPEN, BO)]


def test_a_teller_who_was_there_before_the_restart_and_does_not_come_back_is_missed(
    app: Flask,
) -> None:
    told: list[tuple[object, ...]] = []
    moment = [0.0]
    silences = Silences(
        app.extensions["database"],
        fall_silent=lambda *who: told.append(("silent", *who)),
        answer_again=lambda *who: told.append(("again", *who)),
        now=lambda: moment[0],
    )
    with app.extensions["database"].writing() as session, session.begin():
        made = KeyCeremony(meeting_id=OPEN, group_name="BELENIOS-2048", threshold=2)
        made.started_at, made.started_by = clock.now(), ANNA
        session.add(made)
        session.flush()
        session.add(TrusteeSeat(ceremony_id=made.id, seat=1, person_id=ANNA))
        session.add(TrusteeSeat(ceremony_id=made.id, seat=2, person_id=BO))
        number = made.id
    silences.expect()
    moment[0] = 6
    silences.heard(OPEN, number, 1)
    moment[0] = 8
    silences.tick()
    silences.tick()
    assert told == [("again", OPEN, number, 1), ("silent", OPEN, number, 2)]
