"""Whatever is tried with the minutes, allowed or not, folding the log gives the tables.

And: nothing is approved but by everybody who was asked, each for that very text (KL 5:69).
"""

import hashlib
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

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
from tests.meetings.approving import Text, Told, fold, tables
from tests.meetings.halls import Wall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, PIA, PLANNED, SIV, new_world

SEATS, CALL, NOTICES = 5, 7, 12
PEOPLE = [ANNA, ANNA, ANNA, BO, BO, BO, 4, 4, 4, BEA, 5, KLARA, PIA, SIV, DAN]
MOSTLY = [KLARA] * 6 + [ANNA, BO, PIA]
LONG = 150  # acts, in the walks that are the same each time


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

    @rule(seed=st.integers(0, 1_000_000))
    def go_on(self, seed: int) -> None:
        """By chance, since Hypothesis would leave some acts out for a whole run."""
        chance = Random(seed)
        act = chance.choices([act for act, _ in ACTS], [weight for _, weight in ACTS])[0]
        act(self, chance)

    def choose(self, chance: Random) -> None:
        people = chance.sample([BO, 4, 5, ANNA, SIV], chance.choice([1, 2, 2, 2, 3]))
        self.attempt(self.choosing, people, by=chance.choice(MOSTLY))

    def make_ready(self, chance: Random) -> None:
        with self.database.reading() as session:
            now = stamp(session, PLANNED) if chance.random() < 0.9 else "of another moment"
            height = len(log.read(session, PLANNED))
        item = chance.choice([None, None, CALL, NOTICES, 9])
        made = (item, f'{{"n":{height}}}', now, height)
        self.attempt(approval.make_ready, *made, by=chance.choice(MOSTLY))

    def accept(self, chance: Random) -> None:
        number, text = self.some_text(chance)
        digest = text.digest if text and chance.random() < 0.9 else "of another text"
        self.attempt(approval.accept, number, digest, by=chance.choice(PEOPLE))

    def object_to(self, chance: Random) -> None:
        number, _ = self.some_text(chance)
        reason = chance.choice(["", "Jag yrkade avslag.", "Fel datum."])
        self.attempt(approval.object_to, number, reason, by=chance.choice(PEOPLE))

    def sign(self, chance: Random) -> None:
        number, _ = self.some_text(chance)
        on = self.wall.moment.date() - timedelta(days=chance.choice([0, 0, 1, 1, 2, -1, 9]))
        signed = (number, chance.choice(PEOPLE), on.isoformat())
        self.attempt(approval.sign_on_paper, *signed, by=chance.choice(MOSTLY))

    def take_back(self, chance: Random) -> None:
        number, _ = self.some_text(chance)
        self.attempt(approval.take_back, number, by=chance.choice(MOSTLY))

    def edit(self, chance: Random) -> None:
        place = chance.choice(["opening", f"item:{NOTICES}", "item:9"])
        with self.database.reading() as session:
            written = text_at(session, PLANNED, place)
            number = written.version if written else 0
        self.attempt(edit_minutes, place, f"Text {number}", number, by=chance.choice(MOSTLY))

    def mask(self, chance: Random) -> None:
        text = chance.choice(["x", "Karin Holm", "070-1"])
        hides = chance.random() < 0.6
        by = chance.choice(MOSTLY)
        self.attempt(approval.decide_mask, text, Personal.NAME, hides, None, by=by)

    def publish(self, chance: Random) -> None:
        number, _ = self.some_text(chance)
        self.attempt(approval.publish, number, chance.choice([0, 0, 1]), by=chance.choice(MOSTLY))

    def keep(self, chance: Random) -> None:
        number, _ = self.some_text(chance)
        self.attempt(approval.keep_file, number, "f" * 64, None, by=None)

    def end(self, _chance: Random) -> None:
        self.attempt(conduct.close_meeting, True, by=ANNA)

    def wait(self, chance: Random) -> None:
        self.wall.later(hours=chance.choice([1, 30]))

    def some_text(self, chance: Random) -> tuple[int, Text | None]:
        """The latest, mostly."""
        texts = self.told().texts
        if not texts or chance.random() < 0.1:
            return 99, None
        number = max(texts) if chance.random() < 0.8 else chance.choice(sorted(texts))
        return number, texts[number]

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

    def check(self) -> None:
        """Everything that always holds, for those who walk without Hypothesis."""
        self.the_log_is_the_tables()
        self.approved_is_approved_by_everybody_who_was_asked()
        self.one_text_waits_or_holds_for_each_part()
        self.only_what_is_approved_is_kept_or_published()
        self.the_text_is_the_one_that_was_made_ready()
        self.only_those_asked_and_the_office_have_done_anything()

    def kinds(self) -> set[str]:
        with self.database.reading() as session:
            return {entry.kind for entry in log.read(session, PLANNED)}

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


ACTS: list[tuple[Callable[[Approvals, Random], None], int]] = [
    (Approvals.choose, 2),
    (Approvals.make_ready, 4),
    (Approvals.accept, 9),
    (Approvals.sign, 9),
    (Approvals.object_to, 1),
    (Approvals.take_back, 1),
    (Approvals.edit, 1),
    (Approvals.mask, 2),
    (Approvals.publish, 2),
    (Approvals.keep, 2),
    (Approvals.end, 1),
    (Approvals.wait, 2),
]
TestApprovals = Approvals.TestCase
TestApprovals.settings = settings(
    max_examples=10,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_long_afternoons_of_all_sorts_are_told_by_the_log() -> None:
    """Deeper than the machine comes by itself; together the walks come by every fact."""
    seen = set[str]()
    for seed in range(4):
        afternoon, chance = Approvals(), Random(seed)
        try:
            afternoon.begin(is_over=seed > 0, is_chosen=True)
            for _ in range(LONG):
                afternoon.go_on(chance.randrange(1_000_000))
                afternoon.check()
            seen |= afternoon.kinds()
        finally:
            afternoon.teardown()
    ways = {"ready", "accepted", "returned", "kept", "masked", "published"}
    assert seen >= {"verifiers.chosen", *(f"minutes.{way}" for way in ways)}
