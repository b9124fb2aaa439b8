"""The voters without a page: the booth's own program in Node, and what their devices send."""

import json
from http.client import HTTPConnection
from typing import Any

from tests.assets.booth.node import Bot
from tests.e2e.people import all_do
from tests.served import Town


class Voters:
    """`people` register, cast and look for their ballots as the pages of the others do."""

    def __init__(self, town: Town, at: str, people: list[int]) -> None:
        self.town, self.at, self.people = town, at, people
        self.bot, self.uuid = Bot(), ""

    def register(self) -> None:
        election, trustees = self.published("election.json"), self.published("trustees.json")
        self.uuid = json.loads(election)["uuid"]
        asked = [
            (str(one), "enter", {"election": election, "trustees": trustees}) for one in self.people
        ]
        for person, told in zip(self.people, self.bot.all(asked), strict=True):
            self.tell(person, "credential", public=told["answer"]["public"])

    def vote(self, choices: list[list[int]]) -> None:
        """In turn; blank first.  Each device then says that it has a receipt."""
        for place, person in enumerate(self.people):
            who, choice = str(person), choices[place % len(choices)]
            self.bot(who, "make", uuid=self.uuid, choices=[choice])
            receipt = self.cast(self.bot(who, "seal", uuid=self.uuid)["ballot"])
            self.bot(who, "sent", uuid=self.uuid, receipt=receipt)
            self.tell(person, "receipt")

    def find(self, trackers: list[str]) -> None:
        for person in self.people:
            own = self.bot(str(person), "state", uuid=self.uuid)["tracker"]
            self.tell(person, "finding", found=int(own in trackers))

    def cast(self, ballot: str) -> Any:
        """Without a cookie: nobody is known."""
        line = HTTPConnection("127.0.0.1", self.town.port, timeout=30)
        line.request("POST", f"{self.at}/ballots", ballot, {"Content-Type": "application/json"})
        answer = line.getresponse()
        told = json.loads(answer.read())
        line.close()
        assert answer.status == 201, told
        return told

    def published(self, name: str) -> str:
        status, text = self.town.person(self.people[0]).get(f"{self.at}/{name}")
        assert status == 200, text
        return text

    def tell(self, person: int, what: str, **form: Any) -> None:
        all_do(self.town, [person], "PUT", f"{self.at}/{what}", **form)
