"""Every seat has room, and a party sits together."""

from collections.abc import Sequence
from itertools import combinations, groupby, pairwise
from math import atan2, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.hemicycle import UNIT, Point, hemicycle, row_count, seated

WHOLE_UNITS = 0.003  # radians that rounding to whole units may cost
councils = st.integers(10, 74).map(lambda half: 2 * half + 1)  # 21, 23 … 149 seats


@given(councils)
def test_no_seat_lies_on_another(seats: int) -> None:
    for one, other in combinations(hemicycle(seats), 2):
        assert hypot(one.x - other.x, one.y - other.y) > one.size + other.size


@given(councils)
def test_there_is_a_place_for_each_seat_within_the_half_circle(seats: int) -> None:
    points = hemicycle(seats)
    assert len(set(points)) == seats
    assert [point for point in points if point.y > 0 or hypot(point.x, point.y) > UNIT + 1] == []


@given(councils)
def test_seats_are_counted_from_left_to_right(seats: int) -> None:
    turns = [_turn(point) for point in hemicycle(seats)]
    assert [now for before, now in pairwise(turns) if now < before - WHOLE_UNITS] == []


@given(councils)
def test_the_hall_is_the_same_seen_from_behind(seats: int) -> None:
    points = {(point.x, point.y) for point in hemicycle(seats)}
    assert points == {(-x, y) for x, y in points}


@pytest.mark.parametrize(("seats", "rows"), [(21, 3), (61, 4), (101, 6), (149, 7)])
def test_there_are_as_many_rows_as_leave_most_room(seats: int, rows: int) -> None:
    assert row_count(seats) == rows


@given(st.lists(st.sampled_from(["V", "S", "MP", "C", "M", "SD"]), min_size=21, max_size=149))
def test_a_party_sits_in_one_wedge_however_the_seats_are_numbered(parties: list[str]) -> None:
    points = seated(parties)
    assert len(set(points)) == len(parties)
    assert _from_left(points, parties) == list(dict.fromkeys(parties))


def test_seats_already_in_party_order_keep_it() -> None:
    assert seated(["V"] * 10 + ["S"] * 11) == hemicycle(21)


def test_an_empty_council_has_no_seats() -> None:
    assert hemicycle(0) == []


def _from_left(points: Sequence[Point], parties: Sequence[str]) -> list[str]:
    """Parties as they are met walking along all places from left to right."""
    owner = dict(zip(points, parties, strict=True))
    return [party for party, _ in groupby(owner[point] for point in hemicycle(len(parties)))]


def _turn(point: Point) -> float:
    """How far to the right of the left end, in radians."""
    return atan2(-point.y, -point.x)
