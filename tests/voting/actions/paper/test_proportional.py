"""Issue: fifteen places, sixty-one voters, three groups, on paper, through every act."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import update

from core import clock, log
from core.actor import Actor
from core.db import Database
from core.writer import Writer
from councils.rules.procedure import ElectionMethod
from meetings.models import Handling, Seat
from tests.worlds import ANNA, BEA, KLARA, OPEN, new_world
from voting.actions.elections.nominating import Told, nominate
from voting.actions.elections.planning import Plan, plan_election
from voting.actions.elections.requests import Asked, record_request
from voting.actions.paper import declaring, entering, lots, preparing, urn
from voting.actions.tellers.choosing import choose_tellers
from voting.models import Election, Part
from voting.queries.paper import Standing, standing
from voting.rules.elections import ElectionKind
from voting.rules.paper.states import Next
from web.counting import proportional
from web.counting.fields import read

ITEM, PLACES = 2, 15
GROUPS = {"Lista A": 29, "Lista R": 24, "Lista S": 8}


def names(designation: str) -> list[str]:
    return [f"{designation[-1]} Namn {n}" for n in range(1, PLACES + 1)]


@pytest.fixture
def council(database_url: str) -> Iterator[Writer]:
    """Sixty-one in the hall, at the election."""
    database = Database(database_url)
    new_world(database, seats=61)
    with database.writing() as session, session.begin():
        session.execute(update(Seat).values(mode="hall"))
        session.execute(update(Handling).values(closed_at=clock.now()))
        handling = Handling(meeting_id=OPEN, item_id=ITEM, paragraph=2, step="debate")
        handling.opened_at = clock.now()
        session.add(handling)
    yield Writer(database, lambda _meeting, _news: None)
    database.close()


class Hands:
    def __init__(self, writer: Writer) -> None:
        self.writer, self.keys = writer, iter(range(10_000))

    def do(self, by: int, action: Any, *args: Any) -> int | None:
        key = str(next(self.keys))
        return self.writer.submit(OPEN, action, *args, by=Actor(by), key=key).made

    def now(self) -> Standing:
        with self.writer.database.reading() as session:
            return standing(session, session.get_one(Election, 1))


def test_the_same_seats_as_the_counting_tool(council: Writer) -> None:
    hands = Hands(council)
    _vote(hands)
    _count(hands)
    drawn = []
    while hands.now().next is Next.LOT:
        result = hands.now().result
        assert result is not None
        assert result.next_tie is not None
        drawn.append(result.next_tie.tied[-1])
        hands.do(ANNA, lots.draw_lot, 1, drawn[-1], "sedlar ur en skål", "Bea Björk")
    hands.do(ANNA, declaring.declare, 1)
    with council.database.reading() as session:
        told = log.read(session, OPEN)[-1].payload
    tool = proportional.count(
        read(
            proportional.Proportional,
            {
                "voters_present": 61,
                "voted": 61,
                "places": PLACES,
                "ballots": [
                    {"designation": each, "names": names(each), "count": votes}
                    for each, votes in GROUPS.items()
                ],
                "lots": {"drawn": [int(each) for each in drawn]},
            },
        )
    )
    assert told["elected"] == tool["elected"]
    rounds = [(row["person"], row["group"], row["quotient"]) for row in told["rounds"]]
    assert rounds == [(row["person"], row["group"], row["quotient"]) for row in tool["places"]]
    seats = [sum(row["group"] == group for row in told["rounds"]) for group in (1, 2, 3)]
    assert (seats, drawn, told["valid"]) == ([7, 6, 2], ["3", "3"], 61)


def _vote(hands: Hands) -> None:
    hands.do(ANNA, record_request, ITEM, Asked(ElectionKind.COMMITTEE, PLACES, 4))
    title, method = "Val av ledamöter i barnnämnden", ElectionMethod.PAPER
    plan = Plan(Part.MEMBERS, title, PLACES, ElectionKind.COMMITTEE, method)
    hands.do(ANNA, plan_election, ITEM, plan)
    for designation in GROUPS:
        hands.do(KLARA, nominate, 1, Told("\n".join(names(designation)), designation))
    hands.do(ANNA, choose_tellers, (BEA, 4))
    hands.do(BEA, preparing.show_urn, 1)
    hands.do(ANNA, urn.open_urn, 1)
    for seat in range(61, 0, -1):
        hands.do(KLARA, urn.tick_off, 1, seat, True)
    hands.do(ANNA, urn.close_urn, 1)


def _count(hands: Hands) -> None:
    figures = {str(n): votes for n, votes in enumerate(GROUPS.values(), start=1)}
    for teller in (BEA, 4):
        hands.do(teller, entering.enter_unopened, 1, 61)
    for teller in (BEA, 4):
        hands.do(teller, entering.enter_sorted, 1, figures)
