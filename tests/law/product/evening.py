"""A meeting of the story's council, driven through the same acts as the screens."""

from collections.abc import Collection, Iterable
from typing import Any

from flask import Flask
from sqlalchemy import select

from core.actor import Actor
from core.writer import Act, Action
from meetings.actions.lines import lose_line
from meetings.actions.roll import answer_roll, move
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

VERIFIERS = ("V01", "V02")
Tally = dict[str, int]
Doing = tuple[int | None, Action, tuple[object, ...]]


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

    def begin(self, day: str, remote: Collection[str] = (), absent: Collection[str] = ()) -> None:
        """The roll called, these seats left empty, and two chosen to approve the minutes."""
        self.open(f"{day}T17:00:00+00:00")
        self.answer_roll(remote, absent)
        assert self.put(self.chair, "/roll-call") == 200
        form = {"verifier": [self.people[name] for name in VERIFIERS], "date": day}
        assert self.put(self.chair, "/minutes/verifiers", **form) == 200

    def hold(self, day: str) -> None:
        """Nothing but the roll call."""
        self.begin(day)
        self.turn_to(self.items[0])
        self.leave(self.items[0])
        self.end()

    def end(self) -> None:
        assert self.put(self.chair, "/closure", confirmed=1) == 200

    def add(self, told: Told) -> int:
        """After the notice."""
        with self.database.writing() as session, session.begin():
            self.items.append(add(session, self.meeting, len(self.items) + 1, told))
        return self.items[-1]

    def call_roll(self, remote: Collection[str], absent: Collection[str]) -> None:
        """The absent members' seats are filled by the law's order."""
        self.answer_roll(remote, absent)
        for member in absent:
            assert self.substitute(member) == 200
        assert self.put(self.chair, "/roll-call") == 200

    def answer_roll(self, remote: Collection[str], absent: Collection[str]) -> None:
        """Every name; those at a distance are recognised."""
        modes = dict.fromkeys(self.people.members, "hall")
        modes |= dict.fromkeys(remote, "remote") | dict.fromkeys(absent, "absent")
        answers = [(self.people.seat(member), mode) for member, mode in modes.items()]
        self.together((self.clerk, answer_roll, answer) for answer in answers)
        seats = ",".join(str(self.people.seat(member)) for member in remote)
        if seats:
            assert self.put(self.chair, "/identities", how="picture", seats=seats) == 200

    def submit(self, by: int, action: Action, *told: object) -> int:
        """The number of what it made."""
        receipt = self.app.extensions["writer"].submit(self.meeting, action, *told, by=Actor(by))
        return int(receipt.made or 0)

    def together(self, acts: Iterable[Doing]) -> None:
        """Done in the same moment, each by itself: who, what and with what."""
        group = [
            Act(self.meeting, action, told, Actor(by) if by else None, None)
            for by, action, told in acts
        ]
        self.app.extensions["writer"].submit_all(group)
        assert [act.error for act in group if act.error] == []

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

    def nominate(self, item: int, name: str, by: str) -> int:
        """In an election: a name is proposed by a member."""
        form = {"kind": "adopt", "text": name}
        return self.post(self.people[by], f"/items/{item}/proposals", **form)

    def demand(self, item: int, who: str = "V01") -> None:
        self.post(self.people[who], f"/items/{item}/division-demands")

    def divide(self, tally: Tally, item: int, **question: Any) -> Vote:
        """Open, everybody answers, the chair last, and close."""
        vote = self.post(self.chair, "/votes", item=item, confirmed=1, **question)
        answers = [Choice(said) for said, count in tally.items() for _ in range(count)]
        cast = zip(self.voters(), answers, strict=False)
        self.together((person, cast_ballot, (vote, choice)) for person, choice in cast)
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
        done = self.said(self.chair, "PUT", f"/items/{item}/closing", confirmed=1)
        assert done == (200, "")

    def go_home(self) -> None:
        """All but the presidium take part from a distance."""
        stay = {self.people[name] for name in ("S01", "M01", "C01")}
        here = [person for person in self.voters() if person not in stay]
        self.together((person, move, ("remote", None, True)) for person in here)

    @property
    def far(self) -> list[str]:
        """Who serve at a distance, by name."""
        named = {person: name for name, person in self.people.items()}
        with self.database.reading() as session:
            rows = session.scalars(select(Seat).where(Seat.meeting_id == self.meeting))
            return [named[row.serving_id] for row in rows if row.mode == "remote"]

    def lose(self, *who: str) -> None:
        self.together((None, lose_line, (self.people[name],)) for name in who)

    def public(self, path: str) -> Any:
        """What everybody can fetch."""
        return self.app.test_client().get(f"/meetings/{self.meeting}{path}")

    def page(self, path: str, who: int | None = None) -> str:
        """In one line, as the public reads it, or whoever is named by number."""
        browser = self.clients.sign_in(who) if who else self.app.test_client()
        answer = browser.get(f"/meetings/{self.meeting}{path}")
        assert answer.status_code == 200, path
        return " ".join(str(answer.text).split())

    def convening(self) -> str:
        """What the office sees of notice and summons."""
        return self.page("/summons", self.clerk)

    def choices(self, who: str) -> list[LineChoice]:
        """What the chair may do about a lost line."""
        with self.database.reading() as session:
            found = lost.lost(session, self.row())
        seat = self.people.seat(who)
        return next(list(one.choices) for one in found if one.row.seat == seat)

    def count(self) -> Summary:
        with self.database.reading() as session:
            return attendance_summary(session, self.meeting)

    def voters(self) -> list[int]:
        """Who serve, the chair last: she votes when all others have."""
        with self.database.reading() as session:
            rows = session.scalars(select(Seat).where(Seat.meeting_id == self.meeting))
            serving = [row.serving_id for row in rows if row.serving_id is not None]
        return sorted(serving, key=lambda person: person == self.chair)
