"""What the chair is told when somebody stands aside."""

from meetings.models import Meeting
from meetings.queries.conflicts import Aside, standing_aside
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, OPEN


def told(hall: Hall) -> list[Aside]:
    with hall.database.reading() as session:
        return standing_aside(session, session.get_one(Meeting, OPEN))


def test_nobody_stands_aside_until_somebody_says_so(hall: Hall) -> None:
    assert told(hall) == []


def test_the_chair_sees_who_stands_aside_and_who_is_called_in_order(hall: Hall) -> None:
    hall.put(BO, f"/recusals/{BO}")
    (aside,) = told(hall)
    assert (aside.seat, aside.person_id, aside.name, aside.party) == (3, BO, "Bo Bok", "V")
    assert [one.name for one in aside.following] == ["Siv Sälg", "Sam Sten"]


def test_when_the_substitute_sits_there_is_nothing_left_to_do(hall: Hall) -> None:
    hall.put(BO, f"/recusals/{BO}")
    assert hall.put(ANNA, "/seats/3/substitute") == 200
    assert told(hall) == []


def test_where_nobody_is_free_the_seat_stands_empty(hall: Hall) -> None:
    assert hall.put(4, "/recusals/4") == 200
    assert [one.following for one in told(hall)] == [()]
