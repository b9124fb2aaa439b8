"""Tellers whose devices answer over HTTP, as their pages do."""

from collections.abc import Sequence
from typing import Any

from core import clock
from tests.voting.ballot.sittings import tables
from tests.voting.chambers import Chamber
from tests.worlds import ANNA, BEA, BO, OPEN
from voting.ballot.group import GROUPS
from voting.ballot.making.sitting import Sitting
from voting.ballot.rounds import Round
from voting.models import KeyCeremony, TellerMessage, TrusteeSeat
from voting.rules.tellers import THRESHOLDS

TELLERS = (ANNA, BEA, BO)
ADOPTED = {
    "election_methods": ["acclamation", "paper", "digital_secret"],
    "digital_ballot_decided_on": "2026-06-15",
    "digital_ballot_decision": "§ 81",
}
ACCEPT = {"Accept": "application/json"}


class Bots:
    """`devices`: each teller's own, by person."""

    def __init__(self, chamber: Chamber, people: Sequence[int] = TELLERS) -> None:
        self.chamber, self.people = chamber, people
        self.ceremony = 0
        self.devices: dict[int, Sitting] = {}

    def choose(self) -> None:
        self.chamber.settings(**ADOPTED)
        people = ",".join(map(str, self.people))
        assert self.chamber.act(ANNA, "POST", "/tellers", people=people).status_code == 200

    def start(self) -> int:
        self.ceremony = self.chamber.post(ANNA, "/ceremonies")
        self.devices = {}
        for person in self.people:
            told = self.standing(person)
            group = GROUPS[told["group"]]
            self.devices[person] = Sitting(group, told["threshold"], told["seat"])
        return self.ceremony

    def standing(self, person: int) -> dict[str, Any]:
        client = self.chamber.clients.sign_in(person)
        found: dict[str, Any] = client.get(f"/meetings/{OPEN}/teller/standing?seated=1").json
        return found

    def say(self, person: int, now: Round, text: str) -> tuple[int, str]:
        """Word for word, as the whole body."""
        url = f"/meetings/{OPEN}/ceremonies/{self.ceremony}/rounds/{now}"
        headers = {"Idempotency-Key": f"{self.ceremony}-{now}-{person}", **ACCEPT}
        client = self.chamber.clients.sign_in(person)
        answer = client.put(url, data=text, headers=headers, content_type="application/json")
        return answer.status_code, (answer.json or {}).get("error", "")

    def answer(self, person: int) -> str | None:
        """What her device sends in the round that goes on; None when it waits for the others."""
        told = self.standing(person)
        if told["given"] is None:
            return None
        now = Round(told["round"])
        text = self.devices[person].answer(now, told["given"])
        assert self.say(person, now, text) == (200, "")
        return text

    def play(self, rounds: int = len(Round)) -> None:
        for _round in range(rounds):
            for person in self.people:
                self.answer(person)

    def agree(self, *people: int) -> None:
        for person in people or self.people:
            assert self.chamber.put(person, f"/ceremonies/{self.ceremony}/agreement") == 200

    def place(self) -> int:
        """A ceremony that is over, without having been played: always the same keys."""
        self.choose()
        table = tables(THRESHOLDS[len(self.people)], len(self.people))[-1]
        now = clock.now()
        made = KeyCeremony(meeting_id=OPEN, group_name=table.group_name, tellers=table.tellers)
        made.threshold, made.started_at, made.started_by = table.threshold, now, ANNA
        made.ready_at = now
        self.ceremony = self.chamber.add(made)
        for seat, person in enumerate(self.people, start=1):
            row = TrusteeSeat(ceremony_id=self.ceremony, seat=seat, person_id=person)
            row.agreed_at = now
            with self.chamber.database.writing() as session, session.begin():
                session.add(row)
                for turn in Round:
                    said = {"round": turn, "seat": seat, "text": table.of(turn)[seat - 1]}
                    session.add(TellerMessage(ceremony_id=self.ceremony, **said))
        return self.ceremony

    def hold(self) -> int:
        """A whole ceremony, from the choice to the key."""
        self.choose()
        self.start()
        self.play()
        self.agree()
        return self.ceremony
