"""Who sat in which seat when, by the attendance.

A row without times lasts from the opening to the close.  Both ends belong to the stretch: the
lists give minutes, and who leaves at 18:40 may have voted at 18:40.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from web.packages.kinds import Choice
from web.packages.schema import AttendanceRow, Person, QuestionRow, VoteRow

BEFORE = datetime.min.replace(tzinfo=UTC)
AFTER = datetime.max.replace(tzinfo=UTC)


class Stretch(NamedTuple):
    start: datetime
    end: datetime
    row: AttendanceRow

    @property
    def person(self) -> Person:
        return self.row.person


class Presence:
    """The stretches of every seat, in order of time."""

    def __init__(self, rows: Iterable[AttendanceRow]) -> None:
        self.seats: dict[int, list[Stretch]] = defaultdict(list)
        for row in rows:
            if row.seat is not None:
                self.seats[row.seat].append(_stretch(row))
        for stretches in self.seats.values():
            stretches.sort(key=lambda stretch: stretch.start)

    def sat(self, person: Person, seat: int, at: datetime | None) -> bool:
        """Without a time: whether the person sat there at all."""
        return any(
            stretch.person == person and (at is None or stretch.start <= at <= stretch.end)
            for stretch in self.seats.get(seat, ())
        )

    def explains(self, vote: VoteRow, question: QuestionRow) -> bool:
        """Whether the one who voted sat there; nobody is looked for where a seat is absent."""
        if vote.voter is None or vote.choice is Choice.ABSENT:
            return True
        return self.sat(vote.voter, vote.seat, question.time)


def _stretch(row: AttendanceRow) -> Stretch:
    start = row.arrived or BEFORE
    end = row.left or AFTER
    return Stretch(start, end, row)
