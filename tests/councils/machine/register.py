from datetime import date
from random import Random

from hypothesis.stateful import invariant
from sqlalchemy.orm import Session

from core import log
from councils.actions.councils import Described, change_council, found_council
from councils.actions.parties import (
    Styled,
    add_constituency,
    add_party,
    change_party,
    enter_votes,
    remove_constituency,
    remove_party,
)
from councils.actions.people import Entered, Standing, add_person, change_person
from councils.actions.procedures import adopt_procedure
from councils.actions.register import import_people
from councils.actions.roles import give_role, move_substitute, take_role
from councils.actions.sizes import decide_size, strike_size
from councils.actions.statements import save_statement
from councils.models import Role
from councils.queries.register import known_people
from councils.rules.register import Listed, plan
from councils.rules.size import Body
from councils.rules.statement import Statement
from tests.councils import folding
from tests.machines import House, act
from tests.worlds import ANNA, BO, DAN, KLARA, PIA, SAM, SIV

ACTORS = (*[KLARA] * 8, PIA, ANNA, BO, DAN)
ROLES = (Role.CHAIR, Role.VICE_CHAIR_2, Role.TELLER, Role.CLERK, Role.POLITICAL_SECRETARY)
LETTERS = ("S", "MP", "KD", "", "x" * 13)
COLOURS = ("#E8112D", "#7A7A7A", "blå")
SEATS = (None, 1, 2, 19, 20, 22)
READ_IN = ("Nils Ny", "Eva Ek", "Eva Ask")
WHOLE = Statement(
    body="Lillköping",
    service="Klubba",
    conformance="full",
    assessed_on="2026-11-01",
    method="Egen granskning",
    report_to="x@example.se",
    supervisor="https://www.digg.se/tdosanmalan",
    updated_on="2026-11-02",
)


class Office(House):
    """The register and its log, which belong to no meeting."""

    seats = 21
    head = log.REGISTER

    def begin(self, chance: Random) -> None:
        self.at_first: folding.Register = self.told()

    def fold(self, entries: list[log.Entry]) -> folding.Register:
        return folding.fold(self.at_first, entries)

    def tables(self, session: Session) -> folding.Register:
        return folding.tables(session, set(READ_IN))

    @invariant()
    def only_the_office_keeps_the_register(self) -> None:
        given = [one.payload for one in self.entries() if one.kind == "register.role_given"]
        clerks = {KLARA} | {one["person_id"] for one in given if one["role"] == "clerk"}
        assert {one.actor_id for one in self.entries()} <= clerks


class Parties(Office):
    @act(by=ACTORS, letters=LETTERS, colour=COLOURS)
    def add_party(self, by: int, letters: str, colour: str) -> None:
        self.attempt(add_party, 1, Styled(letters, f"Partiet {letters}", colour), by=by)

    @act(by=ACTORS, party=range(1, 8), letters=LETTERS, colour=COLOURS)
    def change_party(self, by: int, party: int, letters: str, colour: str) -> None:
        self.attempt(change_party, party, Styled(letters, f"Partiet {letters}", colour), by=by)

    @act(by=ACTORS, party=range(1, 8))
    def remove_party(self, by: int, party: int) -> None:
        self.attempt(remove_party, party, by=by)

    @act(3, by=ACTORS, council=(1, 1, 2), name=("Norra", "Södra", ""))
    def add_constituency(self, by: int, council: int, name: str) -> None:
        self.attempt(add_constituency, council, name, by=by)

    @act(
        3,
        by=ACTORS,
        at=(None, None, None, None, 99),
        party=(1, 1, 2, 3, 99),
        votes=({}, {1: 9, 2: 0}),
    )
    def enter_votes(self, by: int, at: int | None, party: int, votes: dict[int, int]) -> None:
        """In the newest constituency, or in one that is not there."""
        newest = self.eye.execute("SELECT max(id) FROM constituencies").fetchone()[0]
        self.attempt(enter_votes, at or newest or 1, votes | {party: 40}, by=by)

    @act(by=ACTORS, constituency=range(1, 4))
    def remove_constituency(self, by: int, constituency: int) -> None:
        self.attempt(remove_constituency, constituency, by=by)


class People(Office):
    """Entered one by one, or read in from a file; given roles and places."""

    @act(2, by=ACTORS, name=("Nora Nord", ""), party=(None, 1, 3, 99), where=Standing, seat=SEATS)
    def add_person(
        self, by: int, name: str, party: int | None, where: Standing, seat: int | None
    ) -> None:
        entered = Entered(f"{name} {self.acts}" if name else "", party, standing=where, seat=seat)
        self.attempt(add_person, 1, entered, by=by)

    @act(
        2,
        by=ACTORS,
        person=(ANNA, BO, SIV, 7, 20, DAN),
        where=Standing,
        seat=SEATS,
        ballot=((None, None), ("B", 2)),
    )
    def change_person(
        self,
        by: int,
        person: int,
        where: Standing,
        seat: int | None,
        ballot: tuple[str | None, int | None],
    ) -> None:
        one = self.told().people[person]
        parties = {letters: key for key, (letters, *_) in self.told().parties.items()}
        party = parties.get(one.party, 3)
        name, number = ballot
        entered = Entered(
            one.name, party, standing=where, seat=seat, list_name=name, party_seat=number
        )
        self.attempt(change_person, person, entered, by=by)

    @act(2, by=ACTORS, name=READ_IN, seat=(None, None, 3, 21, 23), is_shown=(True, True, False))
    def read_in(self, by: int, name: str, seat: int | None, is_shown: bool) -> None:
        """Only as it was shown."""
        rows = (Listed(name, "S", seat=seat),)
        with self.database.reading() as session:
            shown = plan(known_people(session, 1), rows).fingerprint if is_shown else "another"
        done = self.allowed(import_people, 1, rows, shown, by=by)
        assert is_shown or not done

    @act(3, by=ACTORS, person=(ANNA, BO, SIV, 7, KLARA, PIA, DAN), role=ROLES)
    def give_role(self, by: int, person: int, role: Role) -> None:
        self.attempt(give_role, person, role, by=by)

    @act(3, by=ACTORS, person=(ANNA, BO, SIV, 7, KLARA, PIA, DAN), role=ROLES)
    def take_role(self, by: int, person: int, role: Role) -> None:
        self.attempt(take_role, person, role, by=by)

    @act(2, by=ACTORS, person=(SIV, SAM, BO), place=range(-1, 5))
    def move(self, by: int, person: int, place: int) -> None:
        self.attempt(move_substitute, person, place, by=by)

    @invariant()
    def somebody_always_keeps_the_register(self) -> None:
        assert any((council, role) == (1, "clerk") for council, _, role in self.told().roles)

    @invariant()
    def a_seat_has_one_holder_and_a_person_one_place(self) -> None:
        held = self.eye.execute(
            "SELECT seat, person_id FROM mandates WHERE until IS NULL AND council_id = 1"
        ).fetchall()
        seats = [seat for seat, _ in held if seat is not None]
        assert len(seats) == len(set(seats))
        assert len(held) == len({person for _, person in held})
        coming = [many for (council, _), many in self.told().sizes.items() if council == 1]
        assert max(seats) <= max(self.told().councils[1][1], *coming, 0)

    @invariant()
    def one_chair_and_one_of_each_vice_chair(self) -> None:
        lead = [role for council, _, role in self.told().roles if council == 1 and "chair" in role]
        assert len(lead) == len(set(lead))

    @invariant()
    def the_presidium_sits_in_the_council(self) -> None:
        """KL 5:11."""
        lead = {person for council, person, role in self.told().roles if "chair" in role}
        seated = "SELECT person_id FROM mandates WHERE until IS NULL AND seat IS NOT NULL"
        assert lead <= {person for (person,) in self.eye.execute(seated)}


class Rules(Office):
    """The council, its rules of procedure from a day on, and what it says of accessibility."""

    @act(
        3, by=ACTORS, name=("Lillköping", "Lilla stad", "Grannby kommunfullmäktige"), seats=(21, 22)
    )
    def change_council(self, by: int, name: str, seats: int) -> None:
        self.attempt(change_council, 1, Described(name, Body.MUNICIPALITY, seats), by=by)

    @act(2, by=ACTORS, seats=(23, 22), decided=("2026-11-02", "2030-05-01"), year=(2030, 2031))
    def decide_size(self, by: int, seats: int, decided: str, year: int) -> None:
        """From a coming term on: until then the old number holds."""
        before = self.told().councils[1]
        told = (1, seats, date.fromisoformat(decided), "§ 12", year)
        self.attempt(decide_size, *told, by=by)
        assert self.told().councils[1] == before

    @act(2, by=ACTORS, begins=("2030-10-15", "2034-10-15"))
    def strike_size(self, by: int, begins: str) -> None:
        self.attempt(strike_size, 1, begins, by=by)

    @act(by=ACTORS, name=("Nyby", "Lillköping", ""), seats=(21, 20))
    def found_council(self, by: int, name: str, seats: int) -> None:
        self.attempt(found_council, Described(name, Body.MUNICIPALITY, seats), by=by)

    @act(
        3,
        by=ACTORS,
        day=("2026-07-01", "2026-12-01", "2027-01-01", "i morgon"),
        settings=({}, {"speech_first_minutes": 4}, {"speech_first_minutes": 0}, {"tal": 1}),
    )
    def adopt_procedure(self, by: int, day: str, settings: dict[str, int]) -> None:
        """For a day of its own: what held from other days stands as it was."""
        before = dict(self.told().procedures)
        done = self.allowed(adopt_procedure, 1, day, settings, "§ 80", by=by)
        others = {key: rules for key, rules in self.told().procedures.items() if key != (1, day)}
        assert others == {key: rules for key, rules in before.items() if key != (1, day)}
        assert not done or "tal" not in settings

    @act(by=ACTORS, statement=(WHOLE, Statement(body="Lillköping")), publish=(True, False))
    def save_statement(self, by: int, statement: Statement, publish: bool) -> None:
        """A draft may have gaps; what is public is whole."""
        self.attempt(save_statement, 1, statement, publish, by=by)
