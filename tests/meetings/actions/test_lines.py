from typing import Any

import pytest

from core.errors import NotFound
from meetings.actions.lines import lose_line, regain_line
from meetings.models import Line
from meetings.queries.desk import expected_lines
from meetings.queries.roll import lost_lines
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN


def tell(hall: Hall, action: Any, person: int) -> None:
    hall.app.extensions["writer"].submit(hall.meeting, action, person, by=None)


def line(hall: Hall, person: int) -> tuple[str, str] | None:
    with hall.database.reading() as session:
        row = session.get(Line, (hall.meeting, person))
        return (row.state, row.since[11:16]) if row else None


def test_joining_before_the_meeting_is_known_and_is_no_presence(planned: Hall, wall: Wall) -> None:
    planned.put(KLARA, "/convening")
    tell(planned, regain_line, BO)
    assert line(planned, BO) == ("ok", "17:00")
    assert planned.kinds() == ["meeting.convened"]
    assert planned.seat(3).serving_id is None


def test_a_member_at_a_distance_loses_the_line_and_comes_back(hall: Hall, wall: Wall) -> None:
    tell(hall, regain_line, BO)
    wall.later(minutes=10)
    tell(hall, lose_line, BO)
    tell(hall, lose_line, BO)
    assert line(hall, BO) == ("lost", "17:10")
    with hall.database.reading() as session:
        assert [row.name for row in lost_lines(session, OPEN)] == ["Bo Bok"]
    wall.later(seconds=42)
    tell(hall, regain_line, BO)
    tell(hall, regain_line, BO)
    assert hall.kinds() == ["member.line_lost", "member.line_back"]
    assert hall.last()["away_seconds"] == 42
    assert hall.seat(3).serving_id == BO


def test_the_identity_is_asked_for_again_after_the_line_was_lost(hall: Hall) -> None:
    assert hall.seat(3).identified_at is not None
    tell(hall, lose_line, BO)
    assert hall.seat(3).identified_at is not None
    tell(hall, regain_line, BO)
    assert hall.seat(3).identified_at is None


def test_a_device_in_the_hall_that_sleeps_is_not_told(hall: Hall) -> None:
    tell(hall, regain_line, ANNA)
    tell(hall, lose_line, ANNA)
    assert line(hall, ANNA) is not None
    assert hall.kinds() == []


def test_a_stranger_has_no_line(hall: Hall) -> None:
    with pytest.raises(NotFound):
        tell(hall, regain_line, DAN)


def test_those_at_a_distance_are_counted_on_while_the_meeting_goes_on(
    hall: Hall, planned: Hall
) -> None:
    planned.put(KLARA, "/convening")
    expected = [(OPEN, seat) for seat in range(3, 22, 3)]
    with hall.database.reading() as session:
        assert expected_lines(session) == expected
    hall.put(ANNA, "/items/3/closing", confirmed=1)
    hall.put(ANNA, "/closure", confirmed=1)
    with hall.database.reading() as session:
        assert expected_lines(session) == []
