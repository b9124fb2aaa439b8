"""Whose line is there.  A person has lost the line when no device has been here for a while.

Told to the meeting as acts: lost after a grace, back at once.  Nobody is judged right after our
own start: that is our fault, not theirs.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable

from core.errors import NotStored, RuleBroken

log_book = logging.getLogger(__name__)

GRACE = 5.0  # seconds without any device before the line is lost: a reload takes less
QUIET = 10.0  # seconds after the start during which nobody is lost
AGAIN = 1.0  # seconds until an act that could not be stored is tried again
TICK = 0.5
Who = tuple[int, int]  # meeting, person
Told = Callable[[int, int], object]


class Lines:
    def __init__(
        self,
        *,
        lose: Told,
        regain: Told,
        expected: Callable[[], Iterable[Who]] = tuple,
        spawn: Callable[..., object] = lambda function, *args: function(*args),
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`expected`: whom the meetings count on at a distance, asked once after the start."""
        self._lose, self._regain, self._expected = lose, regain, expected
        self._spawn, self._now = spawn, now
        self._judging_from, self._is_judging = now() + QUIET, False
        self._here: set[Who] = set()
        self._told: dict[Who, bool] = {}
        self._due: dict[Who, float] = {}
        self._wake = threading.Event()

    def changed(self, meeting_id: int, person_id: int, here: bool) -> None:
        """Called by the wire when a device comes and when the last one has gone."""
        who = (meeting_id, person_id)
        if here:
            self._here.add(who)
            self._due[who] = self._now()
            self._wake.set()
        else:
            self._here.discard(who)
            self._due[who] = max(self._now() + GRACE, self._judging_from)

    def expect_nobody(self) -> None:
        """A rehearsal: those who take part have no devices, so nobody is missed at the start."""
        self._expected = tuple

    def watch_forever(self) -> None:
        while True:
            self._wake.wait(TICK)
            self._wake.clear()
            try:
                self.tick()
            except Exception:
                log_book.exception("A line was not judged; it is asked again.")

    def tick(self) -> None:
        if not self._is_judging and self._now() >= self._judging_from:
            self._is_judging = True
            self._miss_the_expected()
        for who in [who for who, when in self._due.items() if when <= self._now()]:
            del self._due[who]
            here = who in self._here
            if self._told.get(who) != here:
                self._told[who] = here
                self._spawn(self._tell, who, here)

    def _miss_the_expected(self) -> None:
        """Whoever was counted on before a restart and never came back."""
        for who in self._expected():
            if who not in self._here:
                self._due.setdefault(who, self._now())

    def _tell(self, who: Who, here: bool) -> None:
        try:
            (self._regain if here else self._lose)(*who)
        except RuleBroken:
            log_book.info("The meeting does not mind the line of %s.", who)
        except NotStored:
            self._told.pop(who, None)
            self._due.setdefault(who, self._now() + AGAIN)
