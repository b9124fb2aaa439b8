"""Everybody who comes and goes during the meeting, in order of time.

A person who is away and back is taken to have stepped aside for one item (KL 5:18, 5:47) where
that can be: when the votes missed, or else the time away, belong to one item, and she neither voted
nor spoke in it nor sat in another seat.  One at a distance whose seat stays empty has lost the
line.  Where another sits down within a minute, it is that one's coming that ends the service of the
one before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from web.packages.kinds import Mode
from web.packages.presence import AFTER, BEFORE
from web.packages.schema import Person
from web.replay.pace import Timed
from web.replay.script import Asked, ItemCloses, ItemOpens, Said
from web.replay.sittings import AT_ONCE, Sitting


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
    seated = [(seat, one) for seat, mine in sittings.items() for one in mine if seat is not None]
    evening = _Evening(_handled(day), seated)
    found = [move for seat, mine in sittings.items() for move in evening.of_seat(seat, mine)]
    return sorted(found, key=lambda move: (move.at, move.why is Why.COMES, move.seat or 0))


@dataclass(frozen=True)
class _Evening:
    """All that is needed to say why somebody went."""

    items: list[Handled]
    seated: list[tuple[int, Sitting]]

    def of_seat(self, seat: int | None, mine: Sequence[Sitting]) -> Iterator[Move]:
        for place, sitting in enumerate(mine):
            if sitting.start != BEFORE:
                yield Move(sitting.start, Why.COMES, seat, sitting.person, sitting.mode)
            if sitting.end != AFTER and (going := self._going(seat, sitting, mine[place + 1 :])):
                yield going

    def _going(self, seat: int | None, sitting: Sitting, later: Sequence[Sitting]) -> Move | None:
        went = Move(sitting.end, Why.GOES, seat, sitting.person, sitting.mode)
        back = next((one for one in later if one.person == sitting.person), None)
        if back is not None and seat is not None:
            if later[0] == back and sitting.mode is back.mode is Mode.REMOTE:
                return replace(went, why=Why.LOSES_LINE)
            if (item := self._stood_aside_for(seat, sitting, back)) is not None:
                return replace(went, why=Why.STEPS_ASIDE, place=item.place)
        is_relieved = bool(later) and later[0].start - sitting.end <= AT_ONCE
        return None if is_relieved else went

    def _stood_aside_for(self, seat: int, sitting: Sitting, back: Sitting) -> Handled | None:
        missed = _missed(sitting.end, back.start, self.items)
        if missed is None or sitting.person in missed.speakers:
            return None
        if any(not sitting.end <= vote < back.start for vote in missed.votes):
            return None
        moved = any(
            other != seat
            and one.person == sitting.person
            and one.start < back.start
            and sitting.end < one.end
            for other, one in self.seated
        )
        return None if moved else missed


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
