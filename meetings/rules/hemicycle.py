"""A picture of the council: every seat on an arc, party by party.

Kommunallagen 5 kap. 5 § (SIZE-1): fullmäktige fixes an odd number of seats, with a minimum and no
maximum.  The seats stand on arcs round the rostrum, as in the hall, and are counted from left to
right by angle, so that the seats of a party form a wedge.  The unit is a thousandth of the outer
arc's radius, y points down, and the origin is the middle of the straight side: numbers that can be
put in a picture as they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, floor, pi, sin

UNIT = 1000
INNER = 0.42  # radius of the innermost arc
FILL = 0.43  # a seat's radius as a share of the way to the nearest seat
MOST_ROWS = 12


@dataclass(frozen=True)
class Point:
    """The middle of a seat, and its radius."""

    x: int
    y: int
    size: int


def seated(parties: Sequence[str]) -> list[Point]:
    """A place for every seat, in the order of the seats, with each party kept together.

    Parties stand from left to right in the order in which they first appear.
    """
    order = list(dict.fromkeys(parties))
    by_party = sorted(range(len(parties)), key=lambda seat: order.index(parties[seat]))
    places = dict(zip(by_party, hemicycle(len(parties)), strict=True))
    return [places[seat] for seat in range(len(parties))]


def hemicycle(seats: int) -> list[Point]:
    """The places of a council with this many seats, from left to right."""
    if seats < 1:
        return []
    rows = row_count(seats)
    size = floor(UNIT * FILL * _room(seats, rows))
    spots = [(angle, radius) for radius, taken in _arcs(seats, rows) for angle in _angles(taken)]
    return [_point(angle, radius, size) for angle, radius in sorted(spots, key=_left_first)]


def row_count(seats: int) -> int:
    """The number of arcs that leaves each seat the most room."""
    return max(range(1, MOST_ROWS + 1), key=lambda rows: _room(seats, rows))


def _room(seats: int, rows: int) -> float:
    """The shortest way between two neighbours, along an arc or across."""
    between = (1 - INNER) / (rows - 1) if rows > 1 else 1.0
    along = [
        2 * radius * sin(pi / (taken - 1) / 2) for radius, taken in _arcs(seats, rows) if taken > 1
    ]
    return min([between, *along])


def _arcs(seats: int, rows: int) -> list[tuple[float, int]]:
    """Each arc's radius and its seats, in proportion to its length; outer ones round up first."""
    radii = [INNER + (1 - INNER) * row / (rows - 1) for row in range(rows)] if rows > 1 else [1.0]
    shares = [seats * radius / sum(radii) for radius in radii]
    taken = [floor(share) for share in shares]
    by_remainder = sorted(
        range(rows), key=lambda row: (shares[row] - taken[row], row), reverse=True
    )
    for row in by_remainder[: seats - sum(taken)]:
        taken[row] += 1
    return list(zip(radii, taken, strict=True))


def _angles(taken: int) -> list[float]:
    """From the left end of the arc to the right, 0 in the middle: the same on both sides."""
    last = taken - 1
    return (
        [pi / 2 * (2 * seat - last) / last for seat in range(taken)] if last > 0 else [0.0] * taken
    )


def _left_first(spot: tuple[float, float]) -> tuple[float, float]:
    angle, radius = spot
    return (round(angle, 9), radius)


def _point(angle: float, radius: float, size: int) -> Point:
    return Point(round(UNIT * radius * sin(angle)), -round(UNIT * radius * cos(angle)), size)
