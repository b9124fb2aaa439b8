"""Whatever is tried at the door, folding the log gives the tables, and the chain holds."""

import tempfile
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core import clock, log
from core.actor import Actor
from core.db import Database
from core.errors import RuleBroken
from core.writer import Action, Writer
from councils.actions.codes import read_out_code, send_code, use_code
from councils.actions.links import print_cards, send_link, send_links
from councils.actions.parties import Styled, add_party, change_party, remove_party
from councils.actions.roles import give_role, move_substitute, take_role
from councils.models import Channel, Code, Letter, Mandate, Party, Role, RoleHeld
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, SAM, SIV, new_world

S_MEMBER = 6
ACTORS = st.sampled_from([KLARA, PIA, ANNA, BO, DAN])
PEOPLE = st.sampled_from([ANNA, BO, SIV, S_MEMBER, KLARA, DAN])
CODES = st.sampled_from(["111111", "222222", "333333"])
CHANNELS = st.sampled_from(Channel)
ROLES = st.sampled_from([Role.CHAIR, Role.TELLER, Role.CLERK, Role.POLITICAL_SECRETARY])
PARTIES = st.integers(1, 7)
LETTERS = st.sampled_from(["S", "M", "MP", "KD"])
COLOURS = st.sampled_from(["#E8112D", "#7A7A7A", "blå"])


class House(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        self.database = Database(f"sqlite:///{self.directory.name}/t.db")
        self.writer = Writer(self.database, lambda _meeting_id, _news: None)
        self.moment = datetime(2026, 12, 14, 16, 30, tzinfo=UTC)
        self.clock = clock.set_to(lambda: self.moment)
        self.clock.__enter__()
        new_world(self.database)

    def attempt(self, head: int, action: Action, *args: object, by: int | None) -> int | None:
        """What was made; None also where it was refused."""
        self.refused = False
        try:
            who = Actor(by) if by else None
            return self.writer.submit(head, action, *args, by=who).made
        except RuleBroken:
            self.refused = True
            return None

    def entries(self, head: int) -> list[log.Entry]:
        with self.database.reading() as session:
            return log.read(session, head)

    def teardown(self) -> None:
        self.clock.__exit__(None, None, None)
        self.database.close()
        self.directory.cleanup()


class Door(House):
    """Codes and links."""

    @initialize()
    def begin(self) -> None:
        self.right: dict[int, tuple[str, datetime]] = {}  # each person's newest code
        self.guesses: dict[int, int] = {}

    @rule(by=ACTORS, person=PEOPLE, channel=CHANNELS, code=CODES)
    def send(self, by: int, person: int, channel: Channel, code: str) -> None:
        made = self.attempt(OPEN, send_code, person, channel, code, f"d{code}", by=by)
        may = by == KLARA or (by == PIA and person in (ANNA, S_MEMBER))
        assert made is None or (may and person not in (KLARA, DAN) and channel is Channel.EMAIL)
        self._made(person, code, made)

    @rule(by=ACTORS, person=PEOPLE, code=CODES, identified=st.booleans())
    def read_out(self, by: int, person: int, code: str, identified: bool) -> None:
        made = self.attempt(OPEN, read_out_code, person, f"d{code}", identified, by=by)
        assert made is None or (by == KLARA and identified)
        self._made(person, code, made)

    @rule(person=PEOPLE, code=CODES, number=st.integers(1, 10**9))
    def guess(self, person: int, code: str, number: int) -> None:
        token = f"t{number}"
        made = self.attempt(OPEN, use_code, person, f"d{code}", token, "iPad", by=None)
        newest, made_at = self.right.get(person, ("none", self.moment))
        is_live = self.moment - made_at < timedelta(minutes=10)
        is_right = newest == code and is_live and self.guesses.get(person, 0) < 5
        assert (made == person) == is_right
        self.guesses[person] = self.guesses.get(person, 0) + 1
        if is_right:
            del self.right[person]

    @rule(by=ACTORS, person=PEOPLE, channel=CHANNELS, afresh=st.booleans())
    def link(self, by: int, person: int, channel: Channel, afresh: bool) -> None:
        made = self.attempt(OPEN, send_link, person, channel, afresh, by=by)
        assert made is None or by == KLARA or (by == PIA and not afresh)

    @rule(by=ACTORS)
    def link_everybody(self, by: int) -> None:
        self.attempt(OPEN, send_links, by=by)
        assert self.refused == (by != KLARA)

    @rule(by=ACTORS)
    def print_cards(self, by: int) -> None:
        self.attempt(OPEN, print_cards, by=by)
        assert self.refused == (by != KLARA)

    @rule(minutes=st.sampled_from([3, 9, 10, 70]))
    def time_passes(self, minutes: int) -> None:
        self.moment += timedelta(minutes=minutes)

    @invariant()
    def the_log_is_the_tables(self) -> None:
        entries = self.entries(OPEN)
        assert log.verify(entries)
        told = [entry for entry in entries if entry.kind.startswith("access.")]
        with self.database.reading() as session:
            codes = {code.id: (code.person_id, code.sent_to) for code in session.query(Code)}
            used = {code.id for code in session.query(Code) if code.used_at}
            letters = session.query(Letter).count()
        assert codes == {
            entry.payload["code_id"]: (entry.payload["person_id"], entry.payload["channel"])
            for entry in told
            if entry.kind == "access.code_sent"
        }
        assert used == {
            entry.payload["code_id"] for entry in told if entry.kind == "access.code_used"
        }
        assert letters == sum(map(_letters_told, told))

    def _made(self, person: int, code: str, made: int | None) -> None:
        if made is not None:
            self.right[person], self.guesses[person] = (code, self.moment), 0


class Register(House):
    """Parties, roles and the order of substitutes."""

    @initialize()
    def begin(self) -> None:
        self.first = self.tables()

    @rule(by=ACTORS, letters=LETTERS, colour=COLOURS)
    def add_party(self, by: int, letters: str, colour: str) -> None:
        styled = Styled(letters, f"Partiet {letters}", colour)
        made = self.attempt(log.REGISTER, add_party, 1, styled, by=by)
        assert made is None or (by == KLARA and colour == "#E8112D")

    @rule(by=ACTORS, party=PARTIES, letters=LETTERS, colour=COLOURS)
    def change_party(self, by: int, party: int, letters: str, colour: str) -> None:
        styled = Styled(letters, f"Partiet {letters}", colour)
        self.attempt(log.REGISTER, change_party, party, styled, by=by)

    @rule(by=ACTORS, party=PARTIES)
    def remove_party(self, by: int, party: int) -> None:
        self.attempt(log.REGISTER, remove_party, party, by=by)

    @rule(by=ACTORS, person=PEOPLE, role=ROLES)
    def give_role(self, by: int, person: int, role: Role) -> None:
        self.attempt(log.REGISTER, give_role, person, role, by=by)

    @rule(by=ACTORS, person=PEOPLE, role=ROLES)
    def take_role(self, by: int, person: int, role: Role) -> None:
        self.attempt(log.REGISTER, take_role, person, role, by=by)

    @rule(by=ACTORS, person=st.sampled_from([SIV, SAM, BO]), place=st.integers(-1, 4))
    def move(self, by: int, person: int, place: int) -> None:
        self.attempt(log.REGISTER, move_substitute, person, place, by=by)

    @invariant()
    def the_log_is_the_tables(self) -> None:
        entries = self.entries(log.REGISTER)
        assert log.verify(entries)
        assert self.fold(entries) == self.tables()

    @invariant()
    def somebody_always_keeps_the_register(self) -> None:
        assert any(role == "clerk" for _, role in self.tables()["roles"])

    def fold(self, entries: list[log.Entry]) -> dict[str, Any]:
        parties, roles = dict(self.first["parties"]), set(self.first["roles"])
        order = self.first["order"]
        for entry in entries:
            told = entry.payload
            if entry.kind == "register.role_given":
                roles.add((told["person_id"], told["role"]))
            elif entry.kind == "register.role_taken":
                roles.discard((told["person_id"], told["role"]))
            elif entry.kind == "register.substitutes_reordered":
                order = told["order"]
            elif entry.kind == "register.party_changed":
                parties.pop(told["party_id"], None)
                if told["how"] != "removed":
                    parties[told["party_id"]] = (told["letters"], told["name"], told["colour"])
        return {"parties": parties, "roles": roles, "order": order}

    def tables(self) -> dict[str, Any]:
        with self.database.reading() as session:
            parties = session.query(Party).filter_by(council_id=1).all()
            waiting = session.query(Mandate).filter_by(seat=None, until=None)
            names = {SIV: "Siv Sälg", SAM: "Sam Sten"}
            return {
                "parties": {one.id: (one.letters, one.name, one.colour) for one in parties},
                "roles": {(held.person_id, held.role) for held in session.query(RoleHeld)},
                "order": [names[one.person_id] for one in waiting.order_by(Mandate.calling_order)],
            }


def _letters_told(entry: log.Entry) -> int:
    told = entry.payload
    if entry.kind == "access.links_sent":
        return int(told["email"] + told["phone"])
    if entry.kind in ("access.link_sent", "access.code_sent"):
        return int(told["channel"] != "read_out")
    return 0


TestDoor = Door.TestCase
TestDoor.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestRegister = Register.TestCase
TestRegister.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
