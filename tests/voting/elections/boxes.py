"""A digital election in Lillköping over HTTP: devices that register and vote, tellers who count.

The devices here are the Python ones; the browser's own are tried in `tests/assets/booth`.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from core import clock
from tests.voting.bots import ADOPTED
from tests.voting.chambers import ELECTION, Chamber
from tests.worlds import ANNA, BEA, BO, OPEN
from voting.ballot import canonical
from voting.ballot.ballots import tracker
from voting.ballot.election import Election, read_election
from voting.ballot.group import BELENIOS_2048
from voting.ballot.making.ballots import make_ballot
from voting.ballot.making.credentials import Credential, new_credential
from voting.ballot.making.decryption import decrypt
from voting.ballot.making.hands import Shared, hold_ceremony
from voting.ballot.objects import EncryptedTally
from voting.models import DigitalElection, KeyCeremony, Teller, TrusteeSeat

TELLERS = (ANNA, BEA, BO)
MEMBERS = range(1, 22)
FEW = range(1, 7)
RULES = ADOPTED | {"remote_in_secret_ballot": "digital_secret", "ballot_minimum": 5}
NAMES = "Eva Ek\nOla Ort"
JSON = {"Accept": "application/json"}


@cache
def keys() -> Shared:
    """Of three tellers of whom two decrypt; always the same, since making them takes a while."""
    return hold_ceremony(BELENIOS_2048, 2, 3)


@dataclass
class Box:
    """The election, what each device keeps to itself, and what it was answered."""

    chamber: Chamber
    number: int = 0
    devices: dict[int, Credential] = field(default_factory=dict)
    ballots: dict[int, str] = field(default_factory=dict)
    receipts: dict[int, dict[str, str]] = field(default_factory=dict)

    @property
    def app(self) -> Flask:
        return self.chamber.app

    def plan(self, names: str = NAMES, places: int = 1) -> None:
        self.chamber.settings(**RULES)
        self.chamber.turn_to(ELECTION)
        with self.chamber.database.writing() as session, session.begin():
            seat_tellers(session)
        plan = {"part": "one", "title": "Val av ordförande", "places": places}
        plan |= {"election": "committee_presidium", "method": "digital_secret"}
        self.number = self.chamber.post(ANNA, f"/items/{ELECTION}/elections", **plan)
        assert self.put(ANNA, "nominations", method="POST", names=names) == (200, "")

    def prepare(self) -> None:
        assert self.put(ANNA, "preparation") == (200, "")
        self.devices.clear()

    def register(self, *people: int) -> None:
        for person in people or MEMBERS:
            device = new_credential(self.election.group, self.election.uuid)
            self.devices[person] = device
            assert self.put(person, "credential", public=str(device.public)) == (200, "")

    def connect(self, *people: int) -> None:
        """Prepared, and the devices of these are registered."""
        self.plan()
        self.prepare()
        self.register(*people)

    def open(self) -> None:
        assert self.put(ANNA, "register", number=len(self.devices)) == (200, "")
        assert self.put(ANNA, "opening", confirmed=1) == (200, "")

    def vote(self, choices: dict[int, list[int]]) -> None:
        """Blank first; each device then says that it has a receipt."""
        for person, marks in choices.items():
            self.ballots[person] = make_ballot(self.election, self.devices[person], [marks])
            status, self.receipts[person] = self.cast(self.ballots[person])
            assert status == 201, self.receipts[person]
            assert self.put(person, "receipt") == (200, "")

    def cast(self, ballot: str | bytes) -> tuple[int, Any]:
        """By nobody: without a cookie."""
        url = f"/meetings/{OPEN}/elections/{self.number}/ballots"
        client = self.app.test_client(use_cookies=False)
        answer = client.post(url, data=ballot, content_type="application/json", headers=JSON)
        return answer.status_code, answer.json

    def close(self) -> None:
        assert self.put(ANNA, "closing") == (200, "")
        self.chamber.wall.later(seconds=31)
        self.tick()

    def find(self) -> None:
        trackers = self.get("trackers.json")
        for person, ballot in self.ballots.items():
            found = int(tracker(ballot) in trackers)
            assert self.put(person, "finding", found=found) == (200, "")

    def count(self, *tellers: int, **form: Any) -> None:
        """The chair lets them count, and they send their shares."""
        assert self.put(ANNA, "counting", **form) == (200, "")
        for teller in tellers or TELLERS[:2]:
            assert self.put(teller, "share", partial=self.share(teller)) == (200, "")
        self.tick()

    def share(self, teller: int) -> str:
        encrypted = canonical.parse(self.row.tally or "", EncryptedTally)
        return decrypt(self.election, encrypted, keys().shares[TELLERS.index(teller)])

    def tick(self) -> None:
        self.app.extensions["urns"].tick()

    def put(self, by: int, what: str, method: str = "PUT", **form: Any) -> tuple[int, str]:
        return self.chamber.said(by, method, f"/elections/{self.number}/{what}", **form)

    def get(self, what: str) -> Any:
        answer = self.app.test_client().get(f"/meetings/{OPEN}/elections/{self.number}/{what}")
        return answer.json if what.endswith(".json") else answer.data

    @property
    def state(self) -> str:
        return str(self.get("state.json")["state"])

    @property
    def row(self) -> DigitalElection:
        with self.chamber.database.reading() as session:
            return session.get_one(DigitalElection, self.number)

    @property
    def election(self) -> Election:
        return _read(self.row.election_text)


def seat_tellers(session: Session) -> None:
    """As if they had made their key."""
    made = KeyCeremony(meeting_id=OPEN, group_name=BELENIOS_2048.name, threshold=2)
    made.tellers = canonical.dump(keys().group)
    made.started_at, made.started_by, made.ready_at = clock.now(), ANNA, clock.now()
    session.add(made)
    session.flush()
    for seat, person in enumerate(TELLERS, start=1):
        session.add(Teller(meeting_id=OPEN, seat=seat, person_id=person))
        sits = TrusteeSeat(ceremony_id=made.id, seat=seat, person_id=person)
        sits.agreed_at = clock.now()
        session.add(sits)


@cache
def _read(text: str) -> Election:
    return read_election(text)
