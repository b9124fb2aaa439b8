"""What a screen asks costs the same for one member's worth of data as for a whole council's."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy.orm import Session

from agenda.models import Document
from core import clock
from core.actor import Audience, Onlooker
from core.db import Database
from meetings.models import DocumentOffer, HelpCall, Line, Meeting, Request, Seat, Speech
from meetings.queries import desk, floor, items, meetings, own, roll, seats, substitutes
from tests.databases import fresh
from tests.meetings.queries.counting import statements
from tests.worlds import BO, OPEN, new_world

CHAIR = Onlooker(Audience.CHAIR)


def _calling(session: Session) -> object:
    meeting, seat = session.get_one(Meeting, OPEN), session.get_one(Seat, (OPEN, BO))
    return substitutes.calling_order(session, meeting, seat)


QUESTIONS: dict[str, tuple[int, Callable[[Session], object]]] = {
    "roll": (1, lambda session: roll.roll(session, OPEN)),
    "summary": (3, lambda session: roll.attendance_summary(session, OPEN)),
    "who may vote": (1, lambda session: roll.who_may_vote(session, OPEN, BO)),
    "own seat": (1, lambda session: roll.own_seat(session, OPEN, BO)),
    "unidentified": (1, lambda session: roll.unidentified(session, OPEN)),
    "lost lines": (1, lambda session: roll.lost_lines(session, OPEN)),
    "calling order": (11, _calling),
    "current item": (1, lambda session: items.current(session, OPEN)),
    "agenda": (3, lambda session: items.agenda(session, OPEN)),
    "next item": (1, lambda session: items.next_item(session, OPEN)),
    "speaking": (1, lambda session: floor.speaking(session, OPEN)),
    "waiting": (1, lambda session: floor.waiting(session, OPEN)),
    "statistics": (1, lambda session: floor.statistics(session, OPEN)),
    "desk": (8, lambda session: desk.members(session, OPEN)),
    "desk of one group": (8, lambda session: desk.members(session, OPEN, "S")),
    "calls": (2, lambda session: desk.open_calls(session, OPEN)),
    "possible acts": (3, lambda session: meetings.possible_acts(session, OPEN)),
    "personal": (12, lambda session: meetings.personal(session, OPEN, BO)),
    "own seats": (1, lambda session: own.seats(session, OPEN)),
    "own replies": (6, lambda session: own.replies(session, OPEN)),
    "presence": (1, lambda session: seats.presence(session, OPEN)),
    "hands": (3, lambda session: seats.hands(session, OPEN)),
    "lines": (1, lambda session: seats.lines(session, OPEN, CHAIR)),
}


@pytest.fixture(scope="module", params=[(21, 1), (101, 60)], ids=["little", "much"])
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """A small council where one member is busy, and a large one where sixty are."""
    size, busy = request.param
    found = Database(fresh("sqlite", tmp_path_factory.mktemp("counts")))
    new_world(found, seats=size)
    with found.writing() as session, session.begin():
        _fill(session, busy)
    yield found
    found.close()


def _fill(session: Session, busy: int) -> None:
    now = clock.now()
    paper = Document(item_id=3, position=1, title="Kalkyl", sha256="0" * 64, size=1, pages=4)
    paper.attached_at = now
    session.add(paper)
    session.flush()
    for person in range(3, 3 + busy):
        for kind in ("speech", "point_of_order"):
            asked = Request(meeting_id=OPEN, item_id=3, person_id=person, kind=kind, rank=person)
            asked.requested_at = now
            session.add(asked)
        spoke = Speech(meeting_id=OPEN, item_id=3, person_id=person, kind="speech", mode="hall")
        spoke.started_at, spoke.ended_at = now, now
        line = Line(meeting_id=OPEN, person_id=person, state="lost", since=now)
        line.document_id = paper.id
        call = HelpCall(meeting_id=OPEN, person_id=person, reason="Ljud", at=now)
        offer = DocumentOffer(meeting_id=OPEN, person_id=person, document_id=paper.id, at=now)
        offer.offered_by = person
        session.add_all([spoke, line, call, offer])
    held = Speech(meeting_id=OPEN, item_id=3, person_id=4, kind="speech", mode="hall")
    held.started_at = now
    session.add(held)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_number_of_statements_does_not_grow_with_the_council(
    database: Database, name: str
) -> None:
    expected, question = QUESTIONS[name]
    assert statements(database, question) == expected
