"""Attendance brought into agreement with the lists of votes.  The lists win (FORMAT section 4).

Whoever voted in a seat sat there then: of what the attendance says about her in that seat the
nearest stretch is drawn out to cover the vote.  Who is absent in a list alone is left where she
is: that she did not vote does not tell that she had gone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from web.packages.kinds import Choice
from web.packages.presence import AFTER, BEFORE
from web.packages.schema import Person
from web.replay.pace import Timed
from web.replay.script import Asked
from web.replay.sittings import Sitting, joined

BEFORE_VOTE = timedelta(seconds=20)
AFTER_VOTE = timedelta(seconds=35)  # votes a minute apart leave room between them


@dataclass(frozen=True)
class Vote:
    """Who answered in one seat at one vote."""

    at: datetime
    voter: Person

    @property
    def start(self) -> datetime:
        return self.at - BEFORE_VOTE

    @property
    def end(self) -> datetime:
        return self.at + AFTER_VOTE


def agreed(
    sittings: Mapping[int | None, Sequence[Sitting]],
    day: Sequence[Timed],
    holders: Mapping[int, Person],
) -> dict[int | None, list[Sitting]]:
    """`holders` vote where the list names nobody and nobody sits."""
    votes = _votes_by_seat(day)
    found = {seat: list(mine) for seat, mine in sittings.items()}
    for seat, asked in votes.items():
        mine = found.get(seat, [])
        for place, (at, choice, name) in enumerate(asked):
            voter = name or _sits(mine, at, holders.get(seat))
            if choice is not Choice.ABSENT and voter is not None:
                mine = _with(mine, Vote(at, voter), asked[place - 1][0] if place else None)
        found[seat] = joined(mine)
    return found


def by_votes_alone(day: Sequence[Timed], holders: Mapping[int, Person]) -> dict[int, list[Sitting]]:
    """Without any attendance: whoever votes first was there from the opening, until another votes
    in the seat; where nobody votes the member sits.
    """
    found = {seat: [Sitting(holder, BEFORE, AFTER)] for seat, holder in holders.items()}
    for seat, asked in _votes_by_seat(day).items():
        starts = [BEFORE, *(at - BEFORE_VOTE for at, _, _ in asked[1:]), AFTER]
        found[seat] = joined(
            Sitting(voter, *stretch)
            for (_, choice, name), stretch in zip(asked, pairwise(starts), strict=True)
            if choice is not Choice.ABSENT and (voter := name or holders.get(seat))
        )
    return found


def _votes_by_seat(
    day: Sequence[Timed],
) -> dict[int, list[tuple[datetime, Choice, Person | None]]]:
    votes: dict[int, list[tuple[datetime, Choice, Person | None]]] = {}
    for one in day:
        if isinstance(one.what, Asked):
            for answer in one.what.answers:
                cast = (one.start, answer.choice, answer.voter)
                votes.setdefault(answer.seat, []).append(cast)
    return votes


def _sits(mine: Sequence[Sitting], at: datetime, holder: Person | None) -> Person | None:
    return next((one.person for one in mine if one.start <= at < one.end), holder)


def _with(mine: list[Sitting], vote: Vote, before: datetime | None) -> list[Sitting]:
    """`before`: the vote before this one, which is not touched again."""
    if _sits(mine, vote.at, None) == vote.voter:
        return mine
    start, end, mode = vote.start, vote.end, None
    if near := _nearest(mine, vote):
        mode = near.mode
        floor = before + AFTER_VOTE if before else near.end
        start = max(near.end, floor) if near.end <= vote.at else start
        end = near.start if near.start > vote.at else end
    start = min(start, vote.start)
    kept = _cut(mine, start, end)
    return sorted([*kept, Sitting(vote.voter, start, end, mode)], key=lambda one: one.start)


def _nearest(mine: Sequence[Sitting], vote: Vote) -> Sitting | None:
    own = [one for one in mine if one.person == vote.voter]
    return min(own, key=lambda one: _distance(one, vote.at), default=None)


def _distance(one: Sitting, at: datetime) -> timedelta:
    return at - one.end if one.end <= at else one.start - at


def _cut(mine: Sequence[Sitting], start: datetime, end: datetime) -> list[Sitting]:
    """What is left when nobody sits there from `start` to `end`."""
    kept = []
    for one in mine:
        if one.start < start:
            kept.append(replace(one, end=min(one.end, start)))
        if one.end > end:
            kept.append(replace(one, start=max(one.start, end)))
    return [one for one in kept if one.start < one.end]
