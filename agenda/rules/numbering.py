"""The agenda's numbers, and its time plan.

Kommunallagen 5 kap. 13 § has the items announced; their numbers are practice: one after the other,
business that is no item (a pause, a point of order) without a number.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from agenda.rules.kinds import ItemKind


@dataclass(frozen=True)
class Slot:
    begins: datetime
    ends: datetime


def numbers(
    kinds: Iterable[ItemKind | None], *, unnumbered: Collection[ItemKind] = (), first: int = 1
) -> list[int | None]:
    """A number for each row of the agenda, or None.  A row without a kind is no item."""
    given: list[int | None] = []
    following = first
    for kind in kinds:
        counts = kind is not None and kind not in unnumbered
        given.append(following if counts else None)
        following += counts
    return given


def time_plan(start: datetime, minutes: Iterable[int | None]) -> list[Slot]:
    """When each row is expected to begin and end; without an estimate it takes no time.

    Hand in UTC, so that the night when the clocks change is right too.
    """
    plan: list[Slot] = []
    for length in minutes:
        if length is not None and length < 0:
            raise ValueError("Den beräknade tiden kan inte vara negativ.")
        ends = start + timedelta(minutes=length or 0)
        plan.append(Slot(start, ends))
        start = ends
    return plan
