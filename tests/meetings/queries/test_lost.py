"""REM-5: for each lost line exactly the lawful choices, and what they cost."""

from sqlalchemy import select

from meetings.models import Line, Seat
from meetings.queries.lost import Lost, lost, without_line
from meetings.queries.state import meeting
from meetings.rules.remote import LineChoice
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, OPEN, SAM, SIV


def lose(hall: Hall, *people: int) -> None:
    with hall.database.writing() as session, session.begin():
        for person in people:
            line = Line(meeting_id=OPEN, person_id=person, state="lost")
            line.since = hall.row().opened_at or ""
            session.add(line)


def found(hall: Hall) -> list[Lost]:
    with hall.database.reading() as session:
        return lost(session, meeting(session, OPEN))


def test_with_a_substitute_free_she_is_called_or_the_meeting_waits(hall: Hall) -> None:
    lose(hall, BO)
    (one,) = found(hall)
    assert one.choices == (LineChoice.ADJOURN, LineChoice.CALL_SUBSTITUTE)
    assert (one.substitute, one.costs_the_day) == ("Siv Sälg", True)


def test_with_nobody_to_call_the_meeting_may_go_on_without_her(hall: Hall) -> None:
    lose(hall, 6)  # of a party without substitutes
    (one,) = found(hall)
    assert one.choices == (LineChoice.ADJOURN, LineChoice.CONTINUE_WITHOUT)
    assert one.substitute is None


def test_without_a_quorum_it_waits_or_is_convened_anew(hall: Hall) -> None:
    with hall.database.writing() as session, session.begin():
        for seat in session.scalars(select(Seat).where(Seat.meeting_id == OPEN, Seat.seat > 11)):
            seat.serving_id = None
    lose(hall, BO)
    (one,) = found(hall)
    assert one.choices == (LineChoice.ADJOURN, LineChoice.CLOSE_AND_CONVENE_ANEW)
    assert one.costs_the_day is False


def test_only_those_at_a_distance_are_missed(hall: Hall) -> None:
    lose(hall, ANNA, SIV, SAM)
    with hall.database.reading() as session:
        assert list(without_line(session, OPEN)) == []
    assert found(hall) == []
