"""Was the notice up all of the time?

Kommunallagen 13 kap. 5 § second paragraph (APPEAL-2): if the approval has not been announced all of
the appeal time, that time never runs out.  We look every hour.  A look that did not find the notice
begins a gap; so do hours in which nobody looked, because nothing shows that it was up then.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

EVERY = timedelta(hours=1)
LONGEST = timedelta(minutes=75)  # between two looks, so that a busy hour is not a gap


@dataclass(frozen=True)
class Look:
    at: datetime
    was_up: bool


@dataclass(frozen=True)
class Gap:
    """From the last moment it is known to have been up, to the next; None while it lasts."""

    begins: datetime
    ends: datetime | None
    was_looked_for: bool  # else nobody looked


def gaps(posted: datetime, looks: Iterable[Look], until: datetime) -> tuple[Gap, ...]:
    """`posted`: when it was put up; `until`: when it was taken down, or now.  KL 13:5."""
    seen = sorted((look for look in looks if posted <= look.at <= until), key=lambda one: one.at)
    return tuple(_gaps(posted, seen, until))


def _gaps(posted: datetime, looks: list[Look], until: datetime) -> Iterator[Gap]:
    known = last = posted
    is_missed = False  # somebody looked, and it was not there
    for look in looks:
        is_unseen = look.at - last > LONGEST
        last = look.at
        if not look.was_up:
            is_missed = True
            continue
        if is_missed or is_unseen:
            yield Gap(known, look.at, is_missed)
        known, is_missed = look.at, False
    if is_missed or until - last > LONGEST:
        yield Gap(known, None, is_missed)
