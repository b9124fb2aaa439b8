"""The town square: what anybody sees of a meeting who looks in from outside, without signing in."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from werkzeug.test import TestResponse

from agenda.models import Item
from core.actor import Audience, Onlooker
from meetings.models import Speech
from tests.meetings.queries.counting import counted
from tests.voting.chambers import ITEM, QUESTION, Chamber
from tests.web.screens.member import reading
from tests.worlds import ANNA, BO, OPEN


class Square(Chamber):
    def view(self, audience: Audience, meeting: int = OPEN) -> dict[str, Any]:
        live = self.app.extensions["live"]
        return dict(live.view(meeting, Onlooker(audience)))

    def hall(self, part: str = "words", meeting: int = OPEN) -> str:
        """What one part of the wall says, in one line."""
        return self._says(Audience.HALL, part, meeting)

    def public(self, part: str = "now", meeting: int = OPEN) -> str:
        return self._says(Audience.PUBLIC, part, meeting)

    def _says(self, audience: Audience, part: str, meeting: int) -> str:
        html = self.view(audience, meeting)["panels"][part]
        return reading.words(reading.parse(html), {})

    def get(self, path: str, **how: Any) -> TestResponse:
        return self.app.test_client().get(path, **how)

    def page(self, path: str) -> reading.Node:
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return reading.parse(answer.text)

    def says(self, path: str) -> str:
        """A whole page, in one line."""
        return reading.words(self.page(path).find("main"), {})

    def statements(self, path: str) -> int:
        """How many questions a page asks the database."""
        self.get(path)  # what is known for all time is known now
        with counted(self.database) as told:
            self.page(path)
        return len(told)

    def speak(self, person: int) -> int:
        return self.post(ANNA, "/speeches", person=person)

    def be_quiet(self, speech: int) -> None:
        assert self.put(ANNA, f"/speeches/{speech}/end") == 200

    def step_to(self, step: str, item: int = ITEM) -> None:
        form = {"step": step, "before": self.step(item), "confirmed": 1}
        assert self.put(ANNA, f"/items/{item}/step", **form) == 200

    def ask_council(self) -> int:
        return self.open_vote(**QUESTION)

    def close_with(self, answers: Mapping[int, str]) -> int:
        """A vote on a question in the chair's own words, held and closed."""
        vote = self.ask_council()
        self.vote(vote, answers)
        self.close(vote)
        return vote

    def end_speeches(self) -> None:
        with self.database.reading() as session:
            speaks = session.scalars(select(Speech.id).where(Speech.ended_at.is_(None))).all()
        for speech in speaks:
            self.be_quiet(speech)

    def close_doors(self, item: int = ITEM) -> None:
        """Bo, at a distance, has attested to being alone, so that he may speak."""
        self.change(Item, item, closed_doors=True)
        self.put(BO, f"/items/{item}/attestation")
