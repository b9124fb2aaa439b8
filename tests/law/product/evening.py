"""A meeting of the story's council, driven through the same acts as the screens."""

from collections.abc import Iterable
from typing import Any

from flask import Flask
from sqlalchemy import select

from core.actor import Actor
from meetings.actions.lines import lose_line
from meetings.models import Handling, Seat
from meetings.queries import lost
from meetings.queries.roll import Summary, attendance_summary
from meetings.rules.remote import LineChoice
from tests.law.product.council import CLERK, People, Told, add, plan, propose
from tests.meetings.halls import Hall, Said, Wall
from tests.worlds import Clients
from voting.actions.votes import cast_ballot
from voting.models import Vote
from voting.rules.majority import Choice

Tally = dict[str, int]


class Evening(Hall):
    """People are named as in the book; `items` by place, the roll call first."""

    def __init__(
        self, app: Flask, clients: Clients, people: People, wall: Wall, date: str, told: list[Told]
    ) -> None:
        meeting, self.items = plan(app, date, told)
        super().__init__(app, clients, meeting)
        self.people, self.wall = people, wall
        self.chair, self.clerk = people["S01"], people[CLERK]

    def ask(self, who: str, method: str, path: str, **form: Any) -> Said:
        """Done or refused, and in what words."""
        return self.said(self.people[who], method, path, **form)

    def announce(self, day: str) -> None:
        """Kungörelse and kallelse on this day."""
        self.wall.set(f"{day}T09:00:00+00:00")
        self.post(self.clerk, "/notices")
        assert self.put(self.clerk, "/convening") == 200

    def open(self, at: str) -> None:
        self.wall.set(at)
        assert self.put(self.chair, "/opening") == 200

    def add(self, told: Told) -> int:
        """After the notice."""
        with self.database.writing() as session, session.begin():
            self.items.append(add(session, self.meeting, len(self.items) + 1, told))
        return self.items[-1]

    def call_roll(self, remote: Iterable[str], absent: Iterable[str]) -> None:
        """The absent members' seats are filled by the law's order."""
        for member in self.people.members:
            mode = "absent" if member in absent else "remote" if member in remote else "hall"
            seat = self.people.seat(member)
            assert self.put(self.clerk, f"/seats/{seat}/answer", answer=mode) == 200, member
            if mode == "remote":
                self.identify(member)
        for member in absent:
            assert self.substitute(member) == 200
        assert self.put(self.chair, "/roll-call") == 200

    def identify(self, who: str) -> None:
        form = {"how": "picture", "person": self.people[who]}
        assert self.put(self.chair, f"/seats/{self.people.seat(who)}/identity", **form) == 200

    def substitute(self, member: str, **form: Any) -> int:
        return self.put(self.chair, f"/seats/{self.people.seat(member)}/substitute", **form)

    def serving(self, member: str) -> str | None:
        """By name, who sits in this member's seat."""
        there = self.seat(self.people.seat(member)).serving_id
        return next((name for name, person in self.people.items() if person == there), None)

    def turn_to(self, item: int) -> None:
        assert self.put(self.chair, f"/items/{item}/opening") == 200
        self.step(item, "debate")

    def step(self, item: int, step: str) -> None:
        form = {"step": step, "before": self.step_of(item)}
        assert self.put(self.chair, f"/items/{item}/step", **form) == 200

    def step_of(self, item: int) -> str:
        with self.database.reading() as session:
            steps = select(Handling.step).where(Handling.item_id == item)
            return str(session.scalar(steps.order_by(Handling.id.desc()).limit(1)))

    def propose(self, item: int, kind: str, text: str, who: str | None = None) -> int:
        """A body's own proposal where nobody is named."""
        by, person = who or "kommunstyrelsen", self.people[who] if who else None
        with self.database.writing() as session, session.begin():
            return propose(session, item, kind, text, by, person)

    def demand(self, item: int, who: str = "V01") -> None:
        self.post(self.people[who], f"/items/{item}/division-demands")

    def divide(self, tally: Tally, item: int, **question: Any) -> Vote:
        """Open, everybody answers, the chair last, and close."""
        vote = self.post(self.chair, "/votes", item=item, confirmed=1, **question)
        answers = [Choice(said) for said, count in tally.items() for _ in range(count)]
        for person, choice in zip(self._voters(), answers, strict=False):
            self.app.extensions["writer"].submit(
                self.meeting, cast_ballot, vote, choice, by=Actor(person)
            )
        assert self.put(self.chair, f"/votes/{vote}/closing", confirmed=1) == 200
        self.wall.later(seconds=5)
        assert self.put(self.chair, f"/votes/{vote}/closure") == 200
        return self.vote(vote)

    def cast(self, vote: Vote, choice: str) -> Vote:
        """The casting vote."""
        form = {"choice": choice, "confirmed": 1}
        assert self.put(self.chair, f"/votes/{vote.id}/casting-vote", **form) == 200
        return self.vote(vote.id)

    def vote(self, number: int) -> Vote:
        with self.database.reading() as session:
            found: Vote = session.get_one(Vote, number)
            return found

    def confirm(self, item: int, vote: Vote, text: str) -> None:
        """The gavel, and on to the next when it has rested."""
        self.post(self.chair, f"/items/{item}/decisions", text=text, how="division", vote=vote.id)
        self.leave(item)

    def leave(self, item: int) -> None:
        self.wall.later(seconds=6)
        assert self.put(self.chair, f"/items/{item}/closing", confirmed=1) == 200

    def lose(self, who: str) -> None:
        writer = self.app.extensions["writer"]
        writer.submit(self.meeting, lose_line, self.people[who], by=None)

    def choices(self, who: str) -> list[LineChoice]:
        """What the chair may do about a lost line."""
        with self.database.reading() as session:
            found = lost.lost(session, self.row())
        seat = self.people.seat(who)
        return next(list(one.choices) for one in found if one.row.seat == seat)

    def count(self) -> Summary:
        with self.database.reading() as session:
            return attendance_summary(session, self.meeting)

    def _voters(self) -> list[int]:
        """Who serve, the chair last: she votes when all others have."""
        with self.database.reading() as session:
            rows = session.scalars(select(Seat).where(Seat.meeting_id == self.meeting))
            serving = [row.serving_id for row in rows if row.serving_id is not None]
        return sorted(serving, key=lambda person: person == self.chair)
