"""The wall and the public's page cost the same number of questions for few and many members."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from agenda.models import Document, Proposal
from core import clock
from core.actor import Audience, Onlooker
from meetings.models import Handling, Meeting, Request, Seat, Speech
from tests.meetings.queries.counting import counted
from tests.worlds import OPEN, member_in, new_world
from voting.models import Acclamation, Ballot, Decision, DivisionDemand, Vote
from web.app import create_app
from web.config import Config

ITEM = 3
SIZES = [(21, 1), (21, 3), (101, 3), (101, 60)]


def _floor(session: Session, busy: int) -> None:
    now = clock.now()
    for seat in range(2, busy + 2):
        asked = Request(meeting_id=OPEN, item_id=ITEM, person_id=member_in(seat), kind="speech")
        asked.rank, asked.requested_at = seat, now
        session.add(asked)
    speech = Speech(meeting_id=OPEN, item_id=ITEM, person_id=1, kind="speech", mode="hall")
    speech.started_at = now
    session.add(speech)


def _acclamation(session: Session, busy: int) -> None:
    _step(session, "acclamation")
    proposals = _proposals(session, busy)
    put = Acclamation(meeting_id=OPEN, item_id=ITEM, kind="main", proposals=proposals)
    put.opened_at = clock.now()
    session.add(put)
    for seat in range(2, busy + 2):
        demand = DivisionDemand(meeting_id=OPEN, item_id=ITEM, kind="main")
        demand.person_id = demand.registered_by = member_in(seat)
        demand.at = clock.now()
        session.add(demand)


def _vote(session: Session, busy: int) -> None:
    _step(session, "division")
    vote = _question(session)
    for seat in range(2, busy + 2):
        ballot = Ballot(vote_id=vote.id, seat=seat, choice="yes", mode="hall", at=clock.now())
        ballot.person_id = ballot.cast_by = member_in(seat)
        session.add(ballot)


def _decision(session: Session, busy: int) -> None:
    """Of a vote in which everybody has answered, or nearly so."""
    _step(session, "decision")
    vote = _question(session)
    seats = session.get_one(Meeting, OPEN).seats
    vote.yes, vote.no, vote.abstain, vote.absent, vote.present = seats - busy, 0, 0, busy, seats
    vote.closed_at, vote.outcome, vote.carried_by = clock.now(), "yes", "majority"
    vote.answers = [
        {
            "seat": seat,
            "person_id": member_in(seat),
            "name": f"Ledamot {seat}",
            "party": "S",
            "mode": "hall",
            "choice": "absent" if seat <= busy else "yes",
            "for_name": None,
        }
        for seat in range(1, seats + 1)
    ]
    for number in range(busy):
        decision = Decision(meeting_id=OPEN, item_id=ITEM, text=f"Beslut {number}", how="division")
        decision.vote_id, decision.step_before = vote.id, "division"
        decision.at = decision.standing_at = clock.later(1)
        session.add(decision)


def _roll_call(session: Session, busy: int) -> None:
    session.execute(update(Handling).values(closed_at=clock.now()))
    session.get_one(Meeting, OPEN).roll_called_at = None
    session.execute(update(Seat).where(Seat.seat > busy).values(serving_id=None, answered_at=None))


def _nothing(_session: Session, _busy: int) -> None:
    """The item is open and nobody has said a word."""


MOMENTS: dict[str, Callable[[Session, int], None]] = {
    "nothing": _nothing,
    "floor": _floor,
    "acclamation": _acclamation,
    "vote": _vote,
    "decision": _decision,
    "roll call": _roll_call,
}


@pytest.mark.parametrize("audience", [Audience.HALL, Audience.PUBLIC])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_drawing_costs_the_same_for_one_member_and_for_a_hundred(
    tmp_path: Path, moment: str, audience: Audience
) -> None:
    costs = {}
    for size, busy in SIZES:
        with _hall(tmp_path / f"{size}-{busy}", size) as app:
            database = app.extensions["database"]
            with database.writing() as session, session.begin():
                _papers(session, busy)
                MOMENTS[moment](session, busy)
            with counted(database) as told:
                app.extensions["live"].view(OPEN, Onlooker(audience))
            costs[size, busy] = len(told)
    assert set(costs.values()) == {costs[SIZES[0]]}
    assert costs[SIZES[0]] <= 32


def _papers(session: Session, busy: int) -> None:
    for number in range(busy):
        paper = Document(item_id=ITEM, position=number, title=f"Bilaga {number}", sha256="0" * 64)
        paper.size, paper.pages, paper.attached_at = 1, 1, clock.now()
        session.add(paper)


def _proposals(session: Session, busy: int) -> list[int]:
    made = [
        Proposal(item_id=ITEM, kind="amend", text=f"Förslag {number}", proposer="Bo Bok")
        for number in range(busy)
    ]
    for one in made:
        one.made_at = clock.now()
    session.add_all(made)
    session.flush()
    return [one.id for one in made]


def _question(session: Session) -> Vote:
    vote = Vote(meeting_id=OPEN, item_id=ITEM, number=1, kind="main", majority="simple")
    vote.question, vote.yes_means, vote.no_means = "Ska den byggas?", "Bygg", "Bygg inte"
    vote.opened_at = clock.now()
    session.add(vote)
    session.flush()
    return vote


def _step(session: Session, step: str) -> None:
    session.execute(update(Handling).values(step=step))


@contextmanager
def _hall(folder: Path, seats: int) -> Iterator[Flask]:
    folder.mkdir()
    config = Config(
        f"sqlite:///{folder}/t.db", data=folder, async_mode="threading", background=False
    )
    app, _ = create_app(config)
    new_world(app.extensions["database"], seats)
    yield app
    app.extensions["database"].close()
    app.extensions["workers"].close()
