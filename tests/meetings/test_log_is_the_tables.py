"""Whatever is tried, allowed or not, folding the log gives the tables, and the chain holds."""

import tempfile
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from agenda.models import Document, Item
from core import clock, log
from core.actor import Actor
from core.db import Database
from core.errors import RuleBroken
from core.writer import Action, Writer
from councils.models import ProcedureInForce
from meetings.actions import assents, conduct, distance, items, planning, roll
from tests.databases import fresh
from tests.meetings import tries
from tests.meetings.folding import Told, fold, tables
from tests.meetings.halls import Wall
from tests.meetings.tries import Now
from tests.worlds import ANNA, BEA, DAN, KLARA, PIA, PLANNED, REMOTE, SIV, new_world

SEATS = 9
LONG, PATIENCE = 80, 12  # acts in one evening, and how many are tried for each
AT_HOME = (3, 4, 6, SIV)  # with the chair's yes
ANSWERS = ("hall", "hall", "remote", "remote", "hall", "remote", "hall", "hall", "hall")


class Meetings(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        self.database = Database(fresh("sqlite", Path(self.directory.name)))
        self.writer = Writer(self.database, lambda _meeting_id, _news: None)
        new_world(self.database, seats=SEATS)
        self.wall = Wall()
        self.clock = clock.set_to(self.wall)
        self.clock.__enter__()
        self.now = self.told()

    @initialize(early=st.sampled_from([False, False, False, True]))
    def begin(self, early: bool) -> None:
        """Convened only, or with the roll called and the first debate going on."""
        with self.database.writing() as session, session.begin():
            paper = Document(item_id=9, position=1, title="Kalkyl", sha256="0" * 64, size=1)
            paper.pages, paper.attached_at = 4, clock.now()
            session.add(paper)
            session.get_one(Item, 10).closed_doors = True
            session.get_one(ProcedureInForce, 1).settings = REMOTE | {"remote_needs_request": True}
            session.get_one(Item, 9).prepared_by = None  # so that all present must agree to it
        self.attempt(planning.convene, by=KLARA)
        for person in AT_HOME:
            self.attempt(distance.request_distance, person, "Bor långt bort", by=person)
            self.attempt(distance.answer_request, person, "granted", by=ANNA)
        if not early:
            self.attempt(conduct.open_meeting, by=ANNA)
            for seat, answer in enumerate(ANSWERS, start=1):
                self.attempt(roll.answer_roll, seat, answer, by=KLARA)
            self.attempt(roll.finish_roll, by=ANNA)
            self.attempt(assents.record_assent, 9, True, by=ANNA)
            self.attempt(items.open_item, 9, by=ANNA)
            self.attempt(items.take_step, 9, "debate", "presentation", by=ANNA)

    @rule(seed=st.integers(0, 1_000_000), theme=st.sampled_from(sorted(tries.GROUPS)))
    def go_on(self, seed: int, theme: str) -> None:
        by, one = tries.one_of(theme, Random(seed))
        self.attempt(one.action, *one.args, by=by)

    @rule(hours=st.sampled_from([0.01, 1, 8]))
    def wait(self, hours: float) -> None:
        self.wall.later(hours=hours)

    @invariant()
    def the_log_is_the_tables(self) -> None:
        with self.database.reading() as session:
            entries = log.read(session, PLANNED)
        assert log.verify(entries)
        assert fold(entries) == self.now

    @invariant()
    def nobody_sits_in_two_seats(self) -> None:
        seats = self.now.seats.values()
        here = Counter(person for one in seats for person in (one.serving, one.recused) if person)
        assert [person for person, count in here.items() if count > 1] == []
        open_stretches = [one.person for one in self.now.stretches if one.why_left is None]
        assert len(open_stretches) == len(set(open_stretches))

    @invariant()
    def one_item_and_one_speech_at_a_time(self) -> None:
        assert sum(not one.is_closed for one in self.now.handled) <= 1
        assert sum(not is_ended for *_, is_ended in self.now.speeches.values()) <= 1

    @invariant()
    def the_list_lives_in_the_open_item(self) -> None:
        if all(one.is_closed for one in self.now.handled):
            assert self.now.waiting == {}
            assert [one.recused for one in self.now.seats.values() if one.recused] == []

    @invariant()
    def whoever_stands_aside_waits_for_nothing(self) -> None:
        aside = {one.recused for one in self.now.seats.values()}
        assert [one.person for one in self.now.waiting.values() if one.person in aside] == []

    @invariant()
    def the_presidium_is_in_the_hall(self) -> None:
        lead = (ANNA, BEA, self.now.presiding)
        remote = [one.serving for one in self.now.seats.values() if one.mode == "remote"]
        assert [person for person in remote if person in lead] == []

    @invariant()
    def nobody_is_at_a_distance_without_a_yes(self) -> None:
        there = [one.serving for one in self.now.seats.values() if one.mode == "remote"]
        granted = [person for person, (_, answer) in self.now.remote.items() if answer == "granted"]
        assert [person for person in there if person not in granted] == []

    @invariant()
    def strangers_and_secretaries_have_done_nothing_but_help(self) -> None:
        with self.database.reading() as session:
            done = {(one.actor_id, one.kind.split(".")[0]) for one in log.read(session, PLANNED)}
        assert {kind for person, kind in done if person == DAN} == set()
        assert {kind for person, kind in done if person == PIA} <= {"help", "document"}

    def try_until_something_happens(self, chance: Random) -> None:
        for _ in range(PATIENCE):
            by, one = tries.anything(chance)
            if self.attempt(one.action, *one.args, by=by):
                return

    def check(self) -> None:
        """Everything that always holds, for those who walk without Hypothesis."""
        self.the_log_is_the_tables()
        self.nobody_sits_in_two_seats()
        self.one_item_and_one_speech_at_a_time()
        self.the_list_lives_in_the_open_item()
        self.whoever_stands_aside_waits_for_nothing()
        self.the_presidium_is_in_the_hall()
        self.nobody_is_at_a_distance_without_a_yes()
        self.strangers_and_secretaries_have_done_nothing_but_help()

    def attempt(self, action: Action, *args: object, by: int | None) -> bool:
        """Whether anything happened.  What a refusal changed, the next comparison would show."""
        before = self.now
        try:
            found = [self.found(arg) for arg in args]
            self.writer.submit(PLANNED, action, *found, by=Actor(by) if by else None)
        except RuleBroken:
            return False
        self.now = self.told()
        return self.now != before

    def found(self, arg: object) -> object:
        """The number of what is meant just now; one that does not exist if nothing is."""
        handled, order = self.now.handled, self.now.order
        meant: dict[object, object] = {
            Now.ITEM: handled[-1].item if handled else 9,
            Now.STEP: handled[-1].step if handled else "debate",
            Now.REQUEST: order[-1] if order else 1,
            Now.ANOTHER: order[0] if order else 2,
            Now.SPEECH: len(self.now.speeches),
            Now.CALL: len(self.now.calls),
            Now.OFFER: len(self.now.offers),
        }
        return meant[arg] if isinstance(arg, Now) else arg

    def told(self) -> Told:
        with self.database.reading() as session:
            return tables(session, PLANNED)

    def teardown(self) -> None:
        self.clock.__exit__(None, None, None)
        self.database.close()
        self.directory.cleanup()


TestMeetings = Meetings.TestCase
TestMeetings.settings = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.mark.parametrize("seed", [0, 1, 2, 21])  # together they come by every fact
def test_a_long_evening_of_all_sorts_is_told_by_the_log(seed: int) -> None:
    """Deeper than the machine comes by itself."""
    evening, chance = Meetings(), Random(seed)
    try:
        evening.begin(early=seed < 2)
        for number in range(LONG):
            evening.try_until_something_happens(chance)
            evening.wall.later(hours=9 if number == LONG // 2 else 0.01)
            evening.check()
    finally:
        evening.teardown()
