"""What people in their seats see and may press, over HTTP as their pages do."""

from typing import Any

from core.actor import Audience, Onlooker
from core.live.drawing import Kept
from tests.voting.chambers import ITEM, QUESTION, Chamber
from tests.web.screens.member import reading
from tests.worlds import ANNA, OPEN


class Seats(Chamber):
    def page(self, person: int, address: str = "/member") -> reading.Node:
        self.app.extensions["live"].drawing._kept = Kept()  # drawn anew, whatever was just drawn
        answer = self.clients.sign_in(person).get(f"/meetings/{self.meeting}{address}")
        assert answer.status_code == 200, answer.text
        return reading.parse(answer.text)

    def me(self, person: int) -> dict[str, Any]:
        self.app.extensions["live"].drawing._kept = Kept()
        answer = self.clients.sign_in(person).get(f"/meetings/{self.meeting}/me")
        return dict(answer.json["me"])

    def panels(self) -> dict[str, str]:
        live = self.app.extensions["live"]
        return dict(live.view(self.meeting, Onlooker(Audience.MEMBER))["panels"])

    def says(self, person: int, part: str) -> str:
        """What one part of the page says to this person, in one line."""
        return reading.words(self.page(person).find(part), self.me(person))

    def spoken(self, person: int, part: str) -> list[str]:
        """What is read aloud when that part appears."""
        return reading.spoken(self.page(person).find(part), self.me(person))

    def buttons(self, person: int, part: str) -> dict[str, str]:
        """Each button with the reason why it is grey; an empty text is live."""
        node = self.page(person).find(part)
        node.tag = "section"  # a dialog that somebody has opened
        return reading.buttons(node, self.me(person))

    def ask_for(self, person: int, kind: str = "speech", **form: Any) -> int:
        """The floor, for oneself."""
        return self.post(person, "/requests", item=ITEM, kind=kind, **form)

    def give(self, request: int) -> None:
        assert self.put(ANNA, f"/requests/{request}/floor") == 200

    def ask_council(self) -> int:
        """An open vote on a question in the chair's own words."""
        return self.open_vote(**QUESTION)

    def spoken_on(self, address: str, person: int, part: str) -> list[str]:
        return reading.spoken(self.page(person, address).find(part), self.me(person))

    def step_to(self, *steps: str) -> None:
        for step in steps:
            before, form = self.step(), {"step": step, "confirmed": 1}
            assert self.put(ANNA, f"/items/{ITEM}/step", before=before, **form) == 200


__all__ = ["ITEM", "OPEN", "Seats"]
