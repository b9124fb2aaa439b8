"""What the tests of the roll do again and again."""

from meetings.models import Line
from tests.meetings.halls import Hall
from tests.worlds import ANNA, KLARA

DAY_LOST = "Den som har slutat tjänstgöra får inte tjänstgöra igen samma dag (5 kap. 20 §)."


def answer(hall: Hall, seat: int, how: str, by: int = KLARA) -> int:
    return hall.put(by, f"/seats/{seat}/answer", answer=how)


def between_items(hall: Hall) -> None:
    assert hall.put(ANNA, "/items/3/closing", confirmed=1) == 200


def open_next(hall: Hall, item: int = 4) -> None:
    assert hall.put(ANNA, f"/items/{item}/opening") == 200


def lose(hall: Hall, person: int) -> None:
    with hall.database.writing() as session, session.begin():
        line = Line(meeting_id=hall.meeting, person_id=person, state="lost")
        line.since = hall.row().opened_at or ""
        session.add(line)
