"""REM-3: all who need it are recognised with one press, each with method and time in the log.

The act is `identify_all`.
"""

from meetings.models import Seat
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, KLARA, OPEN

REMOTE_SEATS = (3, 6, 9)


def forget(hall: Hall) -> None:
    for seat in REMOTE_SEATS:
        hall.change(Seat, (OPEN, seat), identified_at=None)


def all_known(hall: Hall, by: int = ANNA, seats: str = "3,6,9") -> int:
    return hall.put(by, "/identities", how="picture", seats=seats)


def test_one_press_recognises_all_those_that_the_button_named(hall: Hall) -> None:
    forget(hall)
    assert all_known(hall, seats="3,6") == 200
    told = [
        (entry.kind, entry.payload["seat"], entry.payload["method"]) for entry in hall.entries()
    ]
    assert told == [("member.identified", 3, "picture"), ("member.identified", 6, "picture")]
    assert [hall.seat(seat).identified_by for seat in REMOTE_SEATS] == [ANNA, ANNA, None]


def test_pressed_again_there_is_nobody_left_to_recognise(hall: Hall) -> None:
    forget(hall)
    assert all_known(hall, by=KLARA) == 200
    assert hall.kind(ANNA, "PUT", "/identities", how="picture", seats="3,6,9") == "MovedOn"


def test_members_do_not_recognise_each_other(hall: Hall) -> None:
    forget(hall)
    assert all_known(hall, by=BO) == 403
