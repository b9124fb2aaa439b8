"""A council that decides, driven over HTTP as the screens do.  Item 3 is open at the debate."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Flask
from sqlalchemy import select

from agenda.models import Proposal
from core import clock
from meetings.models import Attendance, Handling, Line, Meeting, Seat
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, OPEN, Clients
from voting.models import Ballot, Vote

ITEM = 3
ELECTION = 2
QUESTION = {
    "kind": "main",
    "question": "Ska simhallen byggas?",
    "yes_means": "Simhallen byggs",
    "no_means": "Simhallen byggs inte",
}


class Chamber(Hall):
    def __init__(self, app: Flask, clients: Clients, wall: Wall) -> None:
        super().__init__(app, clients, OPEN)
        self.wall = wall

    def propose(
        self, kind: str, text: str = "", *, person: int | None = None, item: int = ITEM
    ) -> int:
        """Word for word as it would be written down; a body's own unless a person is named."""
        proposal = Proposal(item_id=item, kind=kind, text=text or kind, made_at=clock.now())
        proposal.person_id = person
        proposal.proposer = f"Ledamot {person}" if person else "kommunstyrelsen"
        return self.add(proposal)

    def add(self, row: Any) -> int:
        with self.database.writing() as session, session.begin():
            session.add(row)
            session.flush()
            return int(row.id)

    def open_vote(self, **form: Any) -> int:
        """Without proposals the chair words the question."""
        return self.post(ANNA, "/votes", **({"item": ITEM} | form))

    def ask(self, **form: Any) -> int:
        return self.open_vote(**QUESTION | form)

    def vote(self, vote: int, answers: Mapping[int, str]) -> None:
        """By person, who sits in the seat of the same number; the chair's last."""
        for person, choice in sorted(answers.items(), key=lambda one: one[0] == ANNA):
            assert self.ballot(vote, person, choice) == (200, "")

    def ballot(self, vote: int, person: int, choice: str, **form: Any) -> tuple[int, str]:
        return self.said(person, "PUT", f"/votes/{vote}/ballot", choice=choice, **form)

    def close(self, vote: int) -> None:
        assert self.put(ANNA, f"/votes/{vote}/closing", confirmed=1) == 200
        self.wall.later(seconds=5)
        assert self.put(ANNA, f"/votes/{vote}/closure") == 200

    def decide(self, answers: Mapping[int, str], **form: Any) -> int:
        """Put the next question and have it answered."""
        vote = self.open_vote(**form)
        self.vote(vote, answers)
        self.close(vote)
        return vote

    def leave_item(self, item: int = ITEM) -> None:
        """When the gavel has rested."""
        self.wall.later(seconds=2)
        assert self.put(ANNA, f"/items/{item}/closing") == 200

    def row_of(self, vote: int) -> Vote:
        with self.database.reading() as session:
            found: Vote = session.get_one(Vote, vote)
            return found

    def ballots(self, vote: int) -> dict[int, str]:
        with self.database.reading() as session:
            rows = session.scalars(select(Ballot).where(Ballot.vote_id == vote))
            return {row.seat: row.choice for row in rows}

    def step(self, item: int = ITEM) -> str:
        with self.database.reading() as session:
            steps = select(Handling.step).where(Handling.item_id == item)
            return str(session.scalar(steps.order_by(Handling.id.desc()).limit(1)))

    def turn_to(self, item: int) -> None:
        """Puts the open item aside and opens another."""
        self.change(Handling, self._open_handling(), closed_at=clock.now())
        handling = Handling(meeting_id=OPEN, item_id=item, paragraph=item, step="debate")
        handling.opened_at = clock.now()
        self.add(handling)

    def _open_handling(self) -> int:
        with self.database.reading() as session:
            going = select(Handling.id).where(Handling.closed_at.is_(None))
            return int(session.scalars(going).one())

    def lose_line(self, person: int) -> None:
        line = Line(meeting_id=OPEN, person_id=person, state="lost", since=clock.now())
        with self.database.writing() as session, session.begin():
            session.merge(line)

    def empty(self, seats: Iterable[int]) -> None:
        """Nobody sits there any more."""
        for seat in seats:
            self.change(Seat, (OPEN, seat), serving_id=None, mode=None)

    def seat_substitute(self, seat: int, person: int) -> None:
        self.change(Seat, (OPEN, seat), serving_id=person)
        here = Attendance(meeting_id=OPEN, seat=seat, person_id=person, mode="hall", for_id=seat)
        here.arrived_at = clock.now()
        self.add(here)

    def settings(self, **settings: Any) -> None:
        self.change(Meeting, OPEN, procedure=dict(self.row().procedure) | settings)


def answers(yes: int = 0, no: int = 0, abstain: int = 0) -> dict[int, str]:
    """So many from the highest seat down, so that the chair in seat 1 comes last if at all."""
    words = ["yes"] * yes + ["no"] * no + ["abstain"] * abstain
    return dict(zip(range(21, 0, -1), words, strict=False))
