"""The simulated members of one rehearsal, and what they remember from second to second."""

import logging
import random
from dataclasses import dataclass, field

from core.actor import Actor
from core.errors import NotStored, RuleBroken
from core.writer import Action
from meetings.queries.roll import SeatRow
from web.demo.exercises import Exercise, Mood, Plan
from web.demo.sight import Sight
from web.demo.stage import House

log_book = logging.getLogger(__name__)


@dataclass
class Crowd:
    """`away`: person → when the line comes back.  `asked`: item → speeches still to come."""

    house: House
    meeting_id: int
    exercise: Exercise
    chance: random.Random = field(default_factory=random.Random)
    asked: dict[int, int] = field(default_factory=dict)
    away: dict[int, str] = field(default_factory=dict)
    objected: set[int] = field(default_factory=set)

    def attempt(self, action: Action, *args: object, by: int, key: str | None = None) -> None:
        """The meeting may have gone on meanwhile; so it is with people too."""
        submit, discreet = self.house.writer.submit, key is not None
        try:
            submit(self.meeting_id, action, *args, by=Actor(by), key=key, discreet=discreet)
        except (RuleBroken, NotStored) as error:
            log_book.debug("%s: %s", action.__name__, error)

    def is_a_person(self, person_id: int | None) -> bool:
        """Somebody whose own device is here, and who practises."""
        watchers = self.house.app.extensions["live"].watchers
        return person_id is not None and bool(watchers.is_here(self.meeting_id, person_id))

    def plan(self, seen: Sight) -> Plan | None:
        title = seen.current.item.title if seen.current else ""
        return next((plan for plan in self.exercise.plans if plan.title == title), None)

    def someone(self, seen: Sight) -> int | None:
        able = [row for row in seen.serving if self._acts(row, seen)]
        return self.chance.choice(able).person_id if able else None

    def now_and_then(self, share: float) -> bool:
        return self.chance.random() < share

    @property
    def is_stormy(self) -> bool:
        return self.exercise.mood is Mood.STORM

    def _acts(self, row: SeatRow, seen: Sight) -> bool:
        is_free = row.person_id not in self.away and row.person_id != seen.chair
        return is_free and not self.is_a_person(row.person_id)
