"""Whatever is tried with the minutes, allowed or not, folding the log gives the tables.

And: nothing is approved but by everybody who was asked, each for that very text (KL 5:69).
"""

import hashlib
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core import clock, log
from core.actor import Actor
from core.db import Database
from core.errors import RuleBroken
from core.writer import Action, Writer
from meetings.actions import approval, conduct, items, planning, roll
from meetings.actions.minutes import edit_minutes
from meetings.models import MinutesVersion
from meetings.queries.approval import stamp
from meetings.queries.minutes import text_at
from meetings.rules.personal_data import Personal
from tests.databases import fresh
from tests.meetings.approving import Told, fold, tables
from tests.meetings.halls import Wall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, PIA, PLANNED, SIV, new_world

SEATS, CALL, NOTICES = 5, 7, 12
PEOPLE = st.sampled_from([ANNA, BEA, BO, 4, 5, KLARA, PIA, SIV, DAN])
MOSTLY = st.sampled_from([KLARA, KLARA, KLARA, ANNA, BO, PIA])
VERSIONS = st.integers(1, 4)
ITEMS = st.sampled_from([None, None, CALL, NOTICES, 9])


class Approvals(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        self.database = Database(fresh("sqlite", Path(self.directory.name)))
        self.writer = Writer(self.database, lambda _meeting_id, _news: None)
        new_world(self.database, seats=SEATS)
        self.wall = Wall()
        self.clock = clock.set_to(self.wall)
        self.clock.__enter__()

    @initialize(is_over=st.booleans(), is_chosen=st.booleans())
    def begin(self, is_over: bool, is_chosen: bool) -> None:
        assert self.attempt(planning.convene, by=KLARA)
        assert self.attempt(conduct.open_meeting, by=ANNA)
        for seat in range(1, SEATS + 1):
            self.attempt(roll.answer_roll, seat, "hall", by=KLARA)
        assert self.attempt(roll.finish_roll, by=ANNA)
        for item in (CALL, NOTICES):
            assert self.attempt(items.open_item, item, by=ANNA)
            assert self.attempt(items.close_item, item, True, by=ANNA)
        if is_chosen:
            assert self.attempt(self.choosing, [BO, 4], by=ANNA)
        if is_over:
            assert self.attempt(conduct.close_meeting, True, by=ANNA)

    @rule(by=MOSTLY, people=st.lists(st.sampled_from([BO, 4, 5, ANNA, SIV]), max_size=3))
    def choose(self, by: int, people: list[int]) -> None:
        self.attempt(self.choosing, people, by=by)

    @rule(by=MOSTLY, item=ITEMS, is_fresh=st.sampled_from([True, True, False]))
    def make_ready(self, by: int, item: int | None, is_fresh: bool) -> None:
        with self.database.reading() as session:
            now = stamp(session, PLANNED) if is_fresh else "of another moment"
            height = len(log.read(session, PLANNED))
        self.attempt(approval.make_ready, item, f'{{"n":{height}}}', now, height, by=by)

    @rule(by=PEOPLE, version=VERSIONS, is_right=st.sampled_from([True, True, True, False]))
    def accept(self, by: int, version: int, is_right: bool) -> None:
        text = self.told().texts.get(version)
        digest = text.digest if text and is_right else "of another text"
        self.attempt(approval.accept, version, digest, by=by)

    @rule(version=VERSIONS)
    def everybody_accepts(self, version: int) -> None:
        text = self.told().texts.get(version)
        for person in text.answers if text else ():
            self.attempt(approval.accept, version, text.digest if text else "", by=person)

    @rule(by=PEOPLE, version=VERSIONS, reason=st.sampled_from(["", "Jag yrkade avslag."]))
    def object_to(self, by: int, version: int, reason: str) -> None:
        self.attempt(approval.object_to, version, reason, by=by)

    @rule(by=MOSTLY, version=VERSIONS, person=PEOPLE, day=st.integers(12, 20))
    def sign(self, by: int, version: int, person: int, day: int) -> None:
        self.attempt(approval.sign_on_paper, version, person, f"2026-12-{day}", by=by)

    @rule(by=MOSTLY, version=VERSIONS)
    def take_back(self, by: int, version: int) -> None:
        self.attempt(approval.take_back, version, by=by)

    @rule(by=MOSTLY, place=st.sampled_from(["opening", f"item:{NOTICES}", "item:9"]))
    def edit(self, by: int, place: str) -> None:
        with self.database.reading() as session:
            written = text_at(session, PLANNED, place)
            number = written.version if written else 0
        self.attempt(edit_minutes, place, f"Text {number}", number, by=by)

    @rule(by=MOSTLY, hides=st.booleans(), text=st.sampled_from(["x", "Karin Holm", "070-1"]))
    def mask(self, by: int, hides: bool, text: str) -> None:
        self.attempt(approval.decide_mask, text, Personal.NAME, hides, None, by=by)

    @rule(by=MOSTLY, version=VERSIONS, left=st.sampled_from([0, 0, 1]))
    def publish(self, by: int, version: int, left: int) -> None:
        self.attempt(approval.publish, version, left, by=by)

    @rule(version=VERSIONS)
    def keep(self, version: int) -> None:
        self.attempt(approval.keep_file, version, "f" * 64, None, by=None)

    @rule()
    def end(self) -> None:
        self.attempt(conduct.close_meeting, True, by=ANNA)

    @rule(hours=st.sampled_from([1, 30]))
    def wait(self, hours: int) -> None:
        self.wall.later(hours=hours)

    @invariant()
    def the_log_is_the_tables(self) -> None:
        with self.database.reading() as session:
            entries = log.read(session, PLANNED)
        assert log.verify(entries)
        assert fold(entries) == self.told()

    @invariant()
    def approved_is_approved_by_everybody_who_was_asked(self) -> None:
        for text in self.told().texts.values():
            everybody = all(text.answers.values())
            assert (text.state == "approved") == (everybody and text.state != "returned")
            assert text.approved_on == (max(text.answers.values()) if everybody else None)  # type: ignore[type-var]

    @invariant()
    def one_text_waits_or_holds_for_each_part(self) -> None:
        held = [one.item for one in self.told().texts.values() if one.state != "returned"]
        assert len(held) == len(set(held))

    @invariant()
    def only_what_is_approved_is_kept_or_published(self) -> None:
        out = [one for one in self.told().texts.values() if one.file or one.is_published]
        assert {one.state for one in out} <= {"approved"}

    @invariant()
    def the_text_is_the_one_that_was_made_ready(self) -> None:
        with self.database.reading() as session:
            for text in session.query(MinutesVersion):
                assert hashlib.sha256(text.paper.encode()).hexdigest() == text.digest

    @invariant()
    def only_those_asked_and_the_office_have_done_anything(self) -> None:
        with self.database.reading() as session:
            entries = log.read(session, PLANNED)
        done = {(one.actor_id, one.kind) for one in entries if one.kind.startswith("minutes.")}
        assert {kind for person, kind in done if person in (PIA, SIV, DAN, BEA)} == set()
        edits = {"minutes.masked", "minutes.published"}
        assert {person for person, kind in done if kind in edits} <= {KLARA}

    @property
    def choosing(self) -> Action:
        def choose(session: object, meeting_id: int, people: list[int], *, by: Actor) -> None:
            approval.choose_verifiers(
                session,  # type: ignore[arg-type]
                meeting_id,
                tuple(people),
                "2026-12-18",
                None,
                "Kansliet",
                True,
                by=by,
            )

        return choose

    def attempt(self, action: Action, *args: object, by: int | None) -> bool:
        try:
            self.writer.submit(PLANNED, action, *args, by=Actor(by) if by else None)
        except RuleBroken:
            return False
        return True

    def told(self) -> Told:
        with self.database.reading() as session:
            return tables(session, PLANNED)

    def teardown(self) -> None:
        self.clock.__exit__(None, None, None)
        self.database.close()
        self.directory.cleanup()


TestApprovals = Approvals.TestCase
TestApprovals.settings = settings(
    max_examples=15,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
