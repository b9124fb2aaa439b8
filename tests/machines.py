"""A house where anything is tried, by the right person and by the wrong one, in any order.

Each room has a machine of its own made of it: a class for each theme, whose acts are marked `@act`.
After every act that was allowed, the log's chain holds and folding the log gives the tables.  An
act that was refused has changed nothing, and one that is sent again with the same key has happened
once.
"""

import atexit
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from inspect import isfunction
from random import Random
from types import ModuleType
from typing import Any, ClassVar, TypeVar

from hypothesis import HealthCheck, Phase, currently_in_test_context, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import event
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.db import Base, Database
from core.errors import RuleBroken
from core.writer import Action, Receipt, Writer
from tests.meetings.halls import Wall
from tests.worlds import OPEN, new_world

AGAIN = 8  # every so many acts that were allowed are sent a second time
SEEDS = st.integers(0, 1_000_000)
Rows = dict[str, list[tuple[Any, ...]]]
Choices = Collection[Any] | Callable[[Random], Any]


@dataclass(frozen=True)
class Act:
    """Something to try.  `often`: how many times as often as the rarest."""

    method: Callable[..., object]
    often: int
    choices: dict[str, Choices]

    def try_in(self, house: "House", chance: Random) -> None:
        drawn = {name: _draw(choices, chance) for name, choices in self.choices.items()}
        self.method(house, **drawn)


Method = TypeVar("Method", bound=Callable[..., object])


def act(often: int = 1, /, **choices: Choices) -> Callable[[Method], Method]:
    """One of these for each argument, by chance."""

    def mark(method: Method) -> Method:
        method.act = Act(method, often, choices)  # type: ignore[attr-defined]
        return method

    return mark


@cache
def small_world(seats: int) -> str:
    """Built once, copied for every run."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    database = Database(f"sqlite:///{folder}/t.db")
    new_world(database, seats=seats)
    database.close()
    return f"{folder}/t.db"


def often(*, runs: int, steps: int) -> settings:
    """What was tried is told in the order it was; making it shorter would take minutes."""
    return settings(
        phases=(Phase.reuse, Phase.generate),
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


def by_chance(chance: Random) -> Random:
    """For an act that draws what it needs itself."""
    return chance


class House(RuleBasedStateMachine):
    """Says what its log and its tables tell in `fold` and `tables`."""

    seats: ClassVar[int] = 5
    head: ClassVar[int] = OPEN

    def __init__(self) -> None:
        super().__init__()
        marked = (getattr(getattr(type(self), name), "act", None) for name in dir(type(self)))
        self.possible = [each for each in marked if isinstance(each, Act)]
        self.stack = ExitStack()
        self.wall = Wall()
        self.stack.enter_context(clock.set_to(self.wall))
        folder = self.stack.enter_context(tempfile.TemporaryDirectory())
        shutil.copy(small_world(self.seats), f"{folder}/t.db")
        self.database = Database(f"sqlite:///{folder}/t.db")
        event.listen(self.database.writer_engine, "connect", _not_onto_the_disk)
        self.stack.callback(self.database.close)
        self.writer = Writer(self.database, lambda _meeting_id, _news: None)
        self.eye = sqlite3.connect(f"{folder}/t.db", isolation_level=None)
        self.stack.callback(self.eye.close)
        self.acts = self.checked = 0
        self.done = Counter[str]()  # so many times each act was allowed, in all houses of a test
        self.refusal: RuleBroken | None = None
        self.look()

    @initialize(seed=SEEDS)
    def start(self, seed: int) -> None:
        self.begin(Random(seed))

    @rule(seed=SEEDS)
    def go_on(self, seed: int) -> None:
        """By one seed, since Hypothesis would leave some acts out for a whole run."""
        self.try_anything(Random(seed))

    @property
    def is_over(self) -> bool:
        """Nothing more can happen."""
        return False

    def begin(self, chance: Random) -> None:
        """How it stands when the first act is tried."""

    def end(self) -> None:
        """How a long walk ends."""

    def try_anything(self, chance: Random) -> None:
        often = [each.often for each in self.possible]
        chance.choices(self.possible, often)[0].try_in(self, chance)

    @contextmanager
    def arranged(self) -> Iterator[Session]:
        """Puts something in place that no act of the room does."""
        with self.database.writing() as session, session.begin():
            yield session
        self.look()

    def attempt(
        self, action: Action, *args: object, by: int | Actor | None, head: int | None = None
    ) -> Receipt | None:
        """None if it was refused; then `refusal` tells why, and nothing has changed."""
        act = (self.head if head is None else head, action, *args)
        who, key = Actor(by) if isinstance(by, int) else by, f"act {self.acts}"
        try:
            receipt = self.writer.submit(*act, by=who, key=key)
        except RuleBroken as refusal:
            self._note(action, args, by, f"refused: {refusal}")
            self.refusal = refusal
            _same(self.rows, self.everything(), f"refused: {refusal}")
            return None
        self._note(action, args, by, "done")
        self.done[action.__name__] += 1
        self.refusal = None
        self.acts += 1
        self.look()
        if self.acts % AGAIN == 0:
            assert self.writer.submit(*act, by=who, key=key) == receipt
            _same(self.rows, self.everything(), "sent again")
        return receipt

    def allowed(self, action: Action, *args: object, by: int | Actor | None) -> bool:
        return self.attempt(action, *args, by=by) is not None

    @invariant()
    def the_log_is_the_tables(self) -> None:
        """Looked at when something has happened since the last time."""
        if self.checked == self.acts:
            return
        self.checked = self.acts
        entries = self.entries()
        assert log.verify(entries)
        assert self.fold(entries) == self.told()

    def entries(self) -> list[log.Entry]:
        """The log; read once after each act, and so are the tables."""
        if self._entries is None:
            with self.database.reading() as session:
                self._entries = log.read(session, self.head)
        return self._entries

    def told(self) -> Any:
        """What the tables tell."""
        if self._told is None:
            with self.database.reading() as session:
                self._told = self.tables(session)
        return self._told

    def fold(self, entries: list[log.Entry]) -> Any:
        raise NotImplementedError

    def tables(self, session: Session) -> Any:
        raise NotImplementedError

    def look(self) -> None:
        self._told: Any = None
        self._entries: list[log.Entry] | None = None
        self.rows = self.everything()

    def everything(self) -> Rows:
        """Every row of every table, as it lies there."""
        return {name: self.eye.execute(f'SELECT * FROM "{name}"').fetchall() for name in _TABLES}  # noqa: S608

    def teardown(self) -> None:
        self.stack.close()

    def _note(self, action: Action, args: object, by: object, how: str) -> None:
        """Told when something fails."""
        if currently_in_test_context():
            note(f"{action.__name__}{args} by {by}: {how}")


def walk(house: House, seed: int, acts: int) -> set[str]:
    """Deeper than Hypothesis comes by itself.  The kinds of facts that it came by."""
    chance = Random(seed)
    try:
        house.begin(chance)
        for _ in range(acts):
            house.try_anything(chance)
            for each in house.invariants:
                each.function(house)
            if house.is_over:
                break
        house.end()
        house.the_log_is_the_tables()
        return {entry.kind for entry in house.entries()}
    finally:
        house.teardown()


def not_come_by(facts: Collection[str], houses: Iterator[House], *, acts: int) -> set[str]:
    """Walks until every fact has been met, in at most so many houses.  Those that were not."""
    left, done = set(facts), Counter[str]()
    for seed, house in enumerate(houses):
        house.done = done
        left -= walk(house, seed, acts)
        if not left:
            break
    return left


def kinds_in(facts: ModuleType) -> set[str]:
    """What a room can tell."""
    told = (getattr(facts, name) for name in dir(facts))
    return {one.kind for one in told if isinstance(one, type) and hasattr(one, "kind")}


_TABLES = tuple(Base.metadata.tables)


def _draw(choices: Choices, chance: Random) -> Any:
    return choices(chance) if isfunction(choices) else chance.choice(tuple(choices))


def _same(before: Rows, after: Rows, why: str) -> None:
    changed = [name for name in before if before[name] != after[name]]
    assert changed == [], why


def _not_onto_the_disk(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=OFF")
