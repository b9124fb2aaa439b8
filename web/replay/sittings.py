"""Who sat in which seat from when to when: one person at a time, as the attendance has it.

Where two sit in one seat the one who came last counts, and the other is back when that one goes.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from web.packages.kinds import Mode
from web.packages.presence import AFTER, BEFORE
from web.packages.schema import AttendanceRow, Person

AT_ONCE = timedelta(minutes=1)


@dataclass(frozen=True)
class Sitting:
    """From `start` up to `end`; BEFORE is before the opening and AFTER lasts to the close."""

    person: Person
    start: datetime
    end: datetime
    mode: Mode | None = None


def sittings(
    rows: Iterable[AttendanceRow], opened: datetime, closed: datetime | None
) -> dict[int | None, list[Sitting]]:
    """By seat, in order of time; None: those who take part without a seat, each by herself."""
    by_place: dict[int | Person, list[AttendanceRow]] = defaultdict(list)
    for row in rows:
        by_place[row.person if row.seat is None else row.seat].append(row)
    found: dict[int | None, list[Sitting]] = defaultdict(list)
    for place, stretches in by_place.items():
        seat = place if isinstance(place, int) else None
        found[seat] += _one_at_a_time(stretches, opened, closed or AFTER)
    return found


def joined(pieces: Iterable[Sitting]) -> list[Sitting]:
    """Pieces of one stretch as one; lists in whole minutes may show a gap of one."""
    joined: list[Sitting] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        is_same = last and (last.person, last.mode) == (piece.person, piece.mode)
        if last and is_same and piece.start - last.end <= AT_ONCE:
            joined[-1] = replace(last, end=piece.end)
        else:
            joined.append(piece)
    return joined


def _one_at_a_time(rows: list[AttendanceRow], opened: datetime, closed: datetime) -> list[Sitting]:
    bounds = [(row, *_bounds(row, opened, closed)) for row in rows]
    moments = sorted({moment for _, *both in bounds for moment in both})
    pieces = []
    for start, end in pairwise(moments):
        here = [(since, row) for row, since, until in bounds if since <= start and end <= until]
        if here:
            row = max(here, key=lambda one: (one[0], one[1].line))[1]
            pieces.append(Sitting(row.person, start, end, row.mode))
    return joined(pieces)


def _bounds(row: AttendanceRow, opened: datetime, closed: datetime) -> tuple[datetime, datetime]:
    """Who is there at the opening was there before it; who leaves at the close stays to the end."""
    start = BEFORE if row.arrived is None or row.arrived <= opened else row.arrived
    end = AFTER if row.left is None or row.left >= closed else row.left
    return start, end
