"""Everybody who comes and goes during the meeting, in order of time.

A person who is away and back is taken to have stepped aside for one item (KL 5:18, 5:47) where
that can be: when the votes missed, or else the time away, belong to one item, and she did not speak
in it.  One at a distance whose seat stays empty has lost the line.  Where another sits down within
a minute, it is that one's coming that ends the service of the one before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from web.packages.kinds import Mode
from web.packages.presence import AFTER, BEFORE
from web.packages.schema import Person
from web.replay.pace import Timed
from web.replay.script import Asked, ItemCloses, ItemOpens, Said
from web.replay.sittings import Sitting

AT_ONCE = timedelta(minutes=1)


class Why(Enum):
    COMES = auto()
    GOES = auto()
    STEPS_ASIDE = auto()  # for the item in `place`
    LOSES_LINE = auto()


@dataclass(frozen=True)
class Move:
    """`seat` None: somebody who takes part without one."""

    at: datetime
    why: Why
    seat: int | None
    person: Person
    mode: Mode | None = None
    place: int | None = None


@dataclass(frozen=True)
class Handled:
    """When the item in this place is open, when its votes are held, and who speaks in it."""

    place: int
    opens: datetime
    closes: datetime
    votes: tuple[datetime, ...]
    speakers: frozenset[Person]


def moves(sittings: Mapping[int | None, Sequence[Sitting]], day: Sequence[Timed]) -> list[Move]:
    """After the opening.  At one moment those who go are named before those who come."""
    items = _handled(day)
    found = [move for seat, mine in sittings.items() for move in _in_seat(seat, list(mine), items)]
    return sorted(found, key=lambda move: (move.at, move.why is Why.COMES, move.seat or 0))


def _in_seat(seat: int | None, mine: list[Sitting], items: list[Handled]) -> Iterator[Move]:
    for place, sitting in enumerate(mine):
        if sitting.start != BEFORE:
            yield Move(sitting.start, Why.COMES, seat, sitting.person, sitting.mode)
        if sitting.end != AFTER:
            yield from _going(seat, sitting, mine[place + 1 :], items)


def _going(
    seat: int | None, sitting: Sitting, later: list[Sitting], items: list[Handled]
) -> Iterator[Move]:
    who = (seat, sitting.person, sitting.mode)
    back = next((one for one in later if one.person == sitting.person), None)
    if back is not None and seat is not None:
        if later[0] is back and sitting.mode is back.mode is Mode.REMOTE:
            yield Move(sitting.end, Why.LOSES_LINE, *who)
            return
        missed = _missed(sitting.end, back.start, items)
        if missed is not None and sitting.person not in missed.speakers:
            yield Move(sitting.end, Why.STEPS_ASIDE, *who, missed.place)
            return
    if not (later and later[0].start - sitting.end <= AT_ONCE):
        yield Move(sitting.end, Why.GOES, *who)


def _missed(away: datetime, back: datetime, items: list[Handled]) -> Handled | None:
    """The one item that was missed.  Without votes: the only one that was open meanwhile."""
    voted = [item for item in items if any(away <= vote < back for vote in item.votes)]
    missed = voted or [item for item in items if item.opens < back and away < item.closes]
    return missed[0] if len(missed) == 1 else None


def _handled(day: Sequence[Timed]) -> list[Handled]:
    opens = {one.what.place: one.start for one in day if isinstance(one.what, ItemOpens)}
    closes = {one.what.place: one.end for one in day if isinstance(one.what, ItemCloses)}
    votes: dict[int, list[datetime]] = {place: [] for place in opens}
    speakers: dict[int, set[Person]] = {place: set() for place in opens}
    for one in day:
        if isinstance(one.what, Asked):
            votes[one.what.place].append(one.start)
        elif isinstance(one.what, Said):
            speakers[one.what.place].add(one.what.speech.speaker)
    return [
        Handled(place, opens[place], closes[place], tuple(votes[place]), frozenset(speakers[place]))
        for place in opens
    ]
