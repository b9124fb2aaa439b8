"""An evening held from the summons to the last gavel, and what is done with its minutes after."""

from typing import Any

from flask import Flask
from sqlalchemy import select

from meetings.models import Approval, MinutesVersion
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BO, KLARA, PLANNED, Clients

CALL, POOL, NOTICES = 7, 9, 12  # items of the planned meeting
FOUR = 4  # a member in the hall
BOTH = [BO, FOUR]
CHOSEN = {"verifier": BOTH, "date": "2026-12-18", "starts": "13:00", "place": "Digitalt"}


QUESTION = {
    "kind": "main",
    "question": "Ska simhallen byggas?",
    "yes_means": "Simhallen byggs",
    "no_means": "Simhallen byggs inte",
}
SEEN = {"confirmed": 1, "reason": "Alla syntes vid uppropet."}


class Evening(Hall):
    """Anna leads; Bo and member four approve with her."""

    def __init__(self, app: Flask, clients: Clients, wall: Wall) -> None:
        super().__init__(app, clients, PLANNED)
        self.wall = wall

    def begin(self) -> None:
        self.convene_and_open()
        self.answer_all()
        assert self.put(ANNA, "/roll-call") == 200

    def handle(self, item: int) -> None:
        assert self.put(ANNA, f"/items/{item}/opening") == 200
        assert self.put(ANNA, f"/items/{item}/closing", confirmed=1) == 200

    def decide(self, item: int, text: str, answers: dict[int, str]) -> int:
        """A division on the chair's own question, and the gavel.  The number of the vote."""
        assert self.put(ANNA, f"/items/{item}/opening") == 200
        vote = self.post(ANNA, "/votes", item=item, **QUESTION, **SEEN)
        for person, choice in sorted(answers.items(), reverse=True):
            assert self.put(person, f"/votes/{vote}/ballot", choice=choice) == 200
        assert self.put(ANNA, f"/votes/{vote}/closing", confirmed=1) == 200
        self.wall.later(seconds=6)
        assert self.put(ANNA, f"/votes/{vote}/closure") == 200
        gavel = {"text": text, "how": "division", "vote": vote}
        self.post(ANNA, f"/items/{item}/decisions", **gavel)
        self.wall.later(seconds=6)
        assert self.put(ANNA, f"/items/{item}/closing", confirmed=1) == 200
        return vote

    def hold(self) -> None:
        self.begin()
        self.handle(CALL)
        self.handle(NOTICES)
        self.choose()
        self.end()

    def choose(self, **other: Any) -> None:
        assert self.put(ANNA, "/minutes/verifiers", **(CHOSEN | other)) == 200

    def end(self) -> None:
        assert self.put(ANNA, "/closure", confirmed=1) == 200

    def write(self, text: str, place: str = "opening", by: int = KLARA) -> int:
        version = 0
        return self.put(by, f"/minutes/texts/{place}", text=text, version=version)

    def make_ready(self, by: int = KLARA, **form: Any) -> int:
        return self.post(by, "/minutes/versions", **form)

    def accept(self, version: int, by: int, **other: Any) -> int:
        form = {"digest": self.version(version).digest} | other
        return self.put(by, f"/minutes/versions/{version}/acceptance", **form)

    def approve(self, version: int | None = None) -> int:
        """By all three."""
        number = version or self.make_ready()
        for person in (ANNA, *BOTH):
            assert self.accept(number, person) == 200
        return number

    def version(self, number: int) -> MinutesVersion:
        with self.database.reading() as session:
            found: MinutesVersion = session.get_one(MinutesVersion, number)
            return found

    def answers(self, version: int) -> list[tuple[int, str, str | None]]:
        with self.database.reading() as session:
            asked = select(Approval).where(Approval.version_id == version)
            rows = session.scalars(asked.order_by(Approval.position))
            return [(row.person_id, row.office, row.answer) for row in rows]

    def keep(self) -> None:
        """What is done behind the screens: the file is set, sealed and stored."""
        self.app.extensions["keeper"].tick()
