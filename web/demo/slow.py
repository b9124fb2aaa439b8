"""Det här gick långsamt: what a rehearsal's own log tells about time, when the meeting has closed.

A fold over the log alone.  All times are whole seconds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from core import clock
from core.log import Entry

SHOWN = 5  # of the slowest of each sort
HESITATION = 10  # seconds that may pass between what happened and the chair's next press
BESIDE = ("member.line_lost", "member.line_back", "help.asked", "help.answered", "help.ended")
PRESSES = frozenset(
    {
        "acclamation.found",
        "acclamation.opened",
        "decision.gavelled",
        "floor.given",
        "item.closed",
        "item.opened",
        "item.step_taken",
        "meeting.closed",
        "meeting.resumed",
        "order.approved",
        "roll.called",
        "vote.closing",
        "vote.opened",
        "vote.tie_broken",
    }
)


@dataclass(frozen=True)
class Wait:
    """From asking for the floor to having it, or to the end without it."""

    name: str
    party: str | None
    seconds: int
    came_up: bool


@dataclass(frozen=True)
class Division:
    """From opened to closed."""

    number: int
    question: str
    seconds: int


@dataclass(frozen=True)
class Pause:
    """Before this press by the chair nothing happened for so long.  `press`: a kind of fact."""

    press: str
    title: str | None
    seconds: int


@dataclass
class Slow:
    """What took time.  The longest first, except the divisions, which stand in their order."""

    waits: list[Wait] = field(default_factory=list)
    divisions: list[Division] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)

    @property
    def longest_waits(self) -> list[Wait]:
        return sorted(self.waits, key=lambda wait: -wait.seconds)[:SHOWN]

    @property
    def usual_wait(self) -> int | None:
        """The median of those who came up."""
        came_up = [wait.seconds for wait in self.waits if wait.came_up]
        return round(median(came_up)) if came_up else None

    @property
    def longest_pauses(self) -> list[Pause]:
        return sorted(self.pauses, key=lambda pause: -pause.seconds)[:SHOWN]

    @property
    def is_empty(self) -> bool:
        return not (self.waits or self.divisions or self.pauses)


@dataclass
class _Course:
    """How far the fold has come.  `quiet_since`: when anything last happened."""

    chair: int | None = None
    title: str | None = None
    is_speaking: bool = False
    quiet_since: str | None = None
    waiting: dict[int, Entry] = field(default_factory=dict)
    votes: dict[int, Entry] = field(default_factory=dict)


def slow(entries: Iterable[Entry]) -> Slow:
    found, now = Slow(), _Course()
    for entry in entries:
        _meet(now, entry.kind, entry.payload)
        _hesitate(found, now, entry)
        _wait(found, now, entry)
        _divide(found, now, entry)
    return found


def _meet(now: _Course, kind: str, fact: dict[str, Any]) -> None:
    match kind:
        case "meeting.opened":
            now.chair = fact["presiding_id"]
        case "chair.taken":
            now.chair = fact["person_id"]
        case "item.opened":
            now.title = fact["title"]


def _hesitate(found: Slow, now: _Course, entry: Entry) -> None:
    """While somebody speaks the chair listens, and lines that come and go are no news to act on."""
    is_press = entry.actor_id == now.chair and entry.kind in PRESSES
    if is_press and now.quiet_since is not None and not now.is_speaking:
        seconds = _seconds(now.quiet_since, entry)
        if seconds >= HESITATION:
            found.pauses.append(Pause(entry.kind, now.title, seconds))
    if entry.kind in ("floor.given", "floor.ended"):
        now.is_speaking = entry.kind == "floor.given"
    if entry.kind == "item.closed":
        now.title = None
    if entry.kind not in BESIDE:
        now.quiet_since = entry.at


def _wait(found: Slow, now: _Course, entry: Entry) -> None:
    match entry.kind:
        case "floor.requested":
            now.waiting[entry.payload["request_id"]] = entry
        case "floor.withdrawn":
            now.waiting.pop(entry.payload["request_id"], None)
        case "floor.given":
            asked = now.waiting.pop(entry.payload["request_id"] or 0, None)
            if asked is not None:
                found.waits.append(_waited(asked, entry, came_up=True))
        case "item.closed" | "meeting.closed":
            found.waits += [_waited(asked, entry, came_up=False) for asked in now.waiting.values()]
            now.waiting.clear()


def _waited(asked: Entry, until: Entry, *, came_up: bool) -> Wait:
    fact = asked.payload
    return Wait(fact["name"], fact["party"], _seconds(asked.at, until), came_up)


def _divide(found: Slow, now: _Course, entry: Entry) -> None:
    match entry.kind:
        case "vote.opened":
            now.votes[entry.payload["vote_id"]] = entry
        case "vote.closed":
            opened = now.votes.pop(entry.payload["vote_id"], None)
            if opened is not None:
                fact, seconds = opened.payload, _seconds(opened.at, entry)
                found.divisions.append(Division(fact["number"], fact["question"], seconds))


def _seconds(since: str, entry: Entry) -> int:
    return round(clock.seconds_between(since, entry.at))
