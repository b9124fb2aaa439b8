"""When everything in the script happens.

Clock times in the package hold.  What stands between two of them is laid out in its order: spare
time goes before the items and before the vote, and speeches that do not fit are shortened, at most
to half their length; beyond that the next clock time is late (in printed minutes those are
estimates).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from web.packages.schema import Pause
from web.replay.script import ItemOpens, Said, Step, fixed, length

SHORTEST = 0.5  # of a speech's length


@dataclass(frozen=True)
class Break:
    """An adjournment.  Of the speeches only one with a clock time can make it wait."""


@dataclass(frozen=True)
class Timed:
    start: datetime
    end: datetime
    what: Step | Break


def timed(
    steps: Sequence[Step], opened: datetime, closed: datetime | None, pauses: Sequence[Pause]
) -> list[Timed]:
    """From the opening on; nothing begins before the one before it has ended."""
    day = _Day(opened, sorted(pauses))
    for run, until in _runs(steps, closed):
        day.lay_out(run, until)
    day.pause_until(closed or day.now)
    return day.laid


@dataclass
class _Day:
    now: datetime
    pauses: list[Pause]

    def __post_init__(self) -> None:
        self.laid: list[Timed] = []

    def lay_out(self, run: Sequence[Step], until: datetime | None) -> None:
        """`until`: when the last step of the run begins, or at the end of the day all is over."""
        last = run[-1:] if run and fixed(run[-1]) == until is not None else run[:0]
        between = run[: len(run) - len(last)]
        pace, spare = self._room(between, until, before_last=bool(last))
        for step in between:
            wait = spare if isinstance(step, ItemOpens) else timedelta()
            lasts = length(step) * (pace if isinstance(step, Said) else 1)
            self._add(step, self.now + wait, lasts)
        for step in last:
            self._add(step, max(self.now, until or self.now), length(step))

    def pause_until(self, moment: datetime) -> None:
        while self.pauses and self.pauses[0].start <= moment:
            self._pause()

    def _add(self, step: Step, start: datetime, lasts: timedelta) -> None:
        while self.pauses and _comes_first(self.pauses[0], step, start, start + lasts):
            self._pause()
            start = max(start, self.now)
        self.now = start + lasts
        self.laid.append(Timed(start, self.now, step))

    def _pause(self) -> None:
        pause = self.pauses.pop(0)
        start = max(self.now, pause.start)
        self.now = max(start, pause.end)
        self.laid.append(Timed(start, self.now, Break()))

    def _room(
        self, run: Sequence[Step], until: datetime | None, *, before_last: bool
    ) -> tuple[float, timedelta]:
        """How much of their length the speeches get, and the spare time before each opening; as
        much is left before the last step of the run.
        """
        if until is None:
            return 1, timedelta()
        speeches = sum((length(step) for step in run if isinstance(step, Said)), timedelta())
        others = sum((length(step) for step in run if not isinstance(step, Said)), timedelta())
        room = until - self.now - self._paused(until) - others
        pace = min(1.0, max(SHORTEST, room / speeches)) if speeches else 1.0
        waits = sum(isinstance(step, ItemOpens) for step in run) + before_last
        return pace, max(timedelta(), room - speeches * pace) / max(waits, 1)

    def _paused(self, until: datetime) -> timedelta:
        lengths = (pause.end - pause.start for pause in self.pauses if pause.start < until)
        return sum(lengths, timedelta())


def _runs(
    steps: Sequence[Step], closed: datetime | None
) -> Iterator[tuple[list[Step], datetime | None]]:
    """Cut after each step whose clock time is known; the last run lasts until the close."""
    run: list[Step] = []
    for step in steps:
        run.append(step)
        if (moment := fixed(step)) is not None:
            yield run, moment
            run = []
    yield run, closed


def _comes_first(pause: Pause, step: Step, start: datetime, end: datetime) -> bool:
    """A speech that would not be over by then is held after the pause."""
    if fixed(step) is not None:
        return pause.start < start
    return pause.start <= start or pause.start < end
