"""The power goes at each step of a secret ballot: it goes on, and nothing is lost or done twice."""

import json
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from core import clock
from meetings.models import Handling, Meeting
from tests.served import Town
from tests.voting.elections.boxes import FEW, NAMES, RULES, TELLERS, keys, seat_tellers
from tests.worlds import ANNA, OPEN
from voting.ballot import canonical
from voting.ballot.election import Election, read_election
from voting.ballot.making.ballots import make_ballot
from voting.ballot.making.credentials import Credential, new_credential
from voting.ballot.making.decryption import decrypt
from voting.ballot.objects import EncryptedTally
from voting.ballot.verify.asked import Asked
from voting.ballot.verify.walk import verify
from voting.models import DigitalElection

pytestmark = pytest.mark.slow

ITEM, AT = 2, f"/meetings/{OPEN}/elections/1"
EVA = [[0, 1, 0]]
PATIENCE = 20.0  # seconds
STRICTLY = Asked(forbid_revotes=True, house_rules=True, minimum=5)


@dataclass
class Far:
    """An election on a server that may be gone at any moment."""

    town: Town
    devices: dict[int, Credential] = field(default_factory=dict)
    pressed: int = 0

    @contextmanager
    def power(self) -> Iterator[None]:
        """On; and then off, without a word."""
        with self.town.served_at_once() as server:
            yield
            server.send_signal(signal.SIGKILL)
            server.wait(15)

    def act(self, person: int, verb: str, path: str, /, **form: Any) -> None:
        self.pressed += 1
        key = f"far-{self.pressed}"
        status, told = self.town.person(person).act(verb, path, key, **form)
        assert status == 200, (path, told)

    def put(self, what: str, person: int = ANNA, /, **form: Any) -> None:
        self.act(person, "PUT", f"{AT}/{what}", **form)

    def register(self) -> None:
        """The same credential, however often it is asked for."""
        for person in FEW:
            election = self.election
            made = self.devices.setdefault(person, new_credential(election.group, election.uuid))
            self.put("credential", person, public=str(made.public))

    def cast(self, ballot: str) -> tuple[int, Any]:
        line = HTTPConnection("127.0.0.1", self.town.port, timeout=PATIENCE)
        line.request("POST", f"{AT}/ballots", ballot, {"Content-Type": "application/json"})
        answer = line.getresponse()
        told = answer.status, json.loads(answer.read())
        line.close()
        return told

    def share(self, teller: int) -> str:
        encrypted = canonical.parse(self.row.tally or "", EncryptedTally)
        return decrypt(self.election, encrypted, keys().shares[TELLERS.index(teller)])

    def told(self, name: str) -> Any:
        return json.loads(self.town.person(ANNA).get(f"{AT}/{name}")[1])

    def until(self, is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, self.told("state.json")
            time.sleep(0.05)

    @property
    def row(self) -> DigitalElection:
        with self.town.database.reading() as session:
            return session.get_one(DigitalElection, 1)

    @property
    def election(self) -> Election:
        return read_election(self.row.election_text)


@pytest.fixture
def far(tmp_path: Path) -> Iterator[Far]:
    town = Town(tmp_path)
    with town.database.writing() as session, session.begin():
        meeting = session.get_one(Meeting, OPEN)
        meeting.procedure = dict(meeting.procedure) | RULES
        session.query(Handling).update({"closed_at": clock.now()})
        handling = Handling(meeting_id=OPEN, item_id=ITEM, paragraph=ITEM, step="debate")
        handling.opened_at = clock.now()
        session.add(handling)
        seat_tellers(session)
    yield Far(town)
    town.close()


@pytest.mark.timeout(200)
def test_killed_at_each_step_it_comes_to_the_same_result(far: Far) -> None:
    plan = {"part": "one", "title": "Val av ordförande", "places": 1, "method": "digital_secret"}
    with far.power():
        url = f"/meetings/{OPEN}/items/{ITEM}/elections"
        far.act(ANNA, "POST", url, election="committee_presidium", **plan)
        far.act(ANNA, "POST", f"{AT}/nominations", names=NAMES)
        far.put("preparation")
        far.register()
    with far.power():
        assert far.told("state.json")["registered"] == len(FEW)
        far.register()  # the lobby is empty; their devices come again
        far.put("register", number=len(FEW))
    ballots = [make_ballot(far.election, far.devices[person], EVA) for person in FEW]
    with far.power():
        far.put("opening", confirmed=1)
        first = [far.cast(one) for one in ballots[:3]]
        assert [status for status, _ in first] == [201] * 3
    with far.power():
        assert far.cast(ballots[0]) == (200, first[0][1])
        assert [far.cast(one)[0] for one in ballots[3:]] == [201] * 3
        far.put("closing")
    with far.power():
        far.until(lambda: far.row.tally is not None)
        for person in FEW:
            far.put("receipt", person)
            far.put("finding", person, found=1)
        far.put("counting")
    with far.power():
        for teller in TELLERS[:2]:
            far.put("share", teller, partial=far.share(teller))
    with far.power():
        far.until(lambda: far.told("state.json")["state"] == "counted")
        line = HTTPConnection("127.0.0.1", far.town.port, timeout=PATIENCE)
        line.request("GET", f"{AT}/board.bel")
        report = verify(line.getresponse().read(), STRICTLY).as_plain("test")
        line.close()
    assert (report["verdict"], report["result"]) == ("accept", {"result": ((0, 6, 0),)})
    assert list((far.town.config.data / "keys").glob("[!r]*")) == []  # but the receipts' own
