"""Says when something has held the hub, for how long and where.  Nobody may for more than 50 ms.

A greenlet beats; a thread of the operating system listens, and writes down what the hub is doing
when a beat is missing.  The greenlet reports it afterwards: threads and greenlets share no locks.
"""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import Any

import gevent
from gevent.monkey import get_original

log_book = logging.getLogger(__name__)

LIMIT = 0.05  # seconds
BEAT = 0.01
QUIET = 10.0  # seconds between two that are told, so that a busy evening fills no disk
sleep_for_real: Callable[[float], None] = get_original("time", "sleep")
start_thread: Callable[..., Any] = get_original("_thread", "start_new_thread")


class Watchdog:
    def __init__(self) -> None:
        self.stalls: list[tuple[float, str]] = []  # seconds, where
        self._hub = threading.get_ident()
        self._beaten = time.perf_counter()
        self._seen = ""
        self._quiet_until, self._untold = 0.0, 0

    def watch_forever(self) -> None:
        self._hub = get_original("_thread", "get_ident")()
        self._beaten = time.perf_counter()
        start_thread(self._listen, ())
        while True:
            gevent.sleep(BEAT)
            held = time.perf_counter() - self._beaten - BEAT
            if held > LIMIT:
                self._report(held)
            self._seen = ""
            self._beaten = time.perf_counter()

    def _report(self, held: float) -> None:
        self.stalls.append((held, self._seen))
        del self.stalls[:-100]
        if time.perf_counter() < self._quiet_until:
            self._untold += 1
            return
        said = (held * 1000, self._untold, self._seen or "(unseen)")
        log_book.warning("The hub was held for %.0f ms (%d more since the last time):\n%s", *said)
        self._quiet_until, self._untold = time.perf_counter() + QUIET, 0

    def _listen(self) -> None:
        while True:
            sleep_for_real(BEAT)
            is_late = time.perf_counter() - self._beaten > LIMIT
            if is_late and not self._seen:
                self._seen = _doing(self._hub)


def _doing(thread: int) -> str:
    frame = sys._current_frames().get(thread)  # noqa: SLF001 - the documented way
    return "".join(traceback.format_stack(frame, limit=12)) if frame else ""
