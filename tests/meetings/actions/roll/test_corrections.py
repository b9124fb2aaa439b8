import pytest

from tests.meetings.halls import Hall
from tests.worlds import ANNA, BEA, BO, KLARA, SAM

WHY = "Siv var uppskriven i Sams ställe."


def test_the_record_of_a_seat_is_put_right_by_the_office(hall: Hall) -> None:
    form = {"person": SAM, "mode": "remote", "reason": WHY}
    assert hall.put(ANNA, "/seats/3/correction", **form, confirmed=1) == 403
    assert hall.kind(KLARA, "PUT", "/seats/3/correction", **form) == "NeedsConfirmation"
    assert hall.put(KLARA, "/seats/3/correction", **form, confirmed=1) == 200
    assert hall.kinds() == ["member.left", "member.arrived"]
    once_more = {"reason": WHY, "confirmed": 1}
    assert hall.put(KLARA, "/seats/8/correction", person=SAM, **once_more) == 409
    assert hall.put(KLARA, "/seats/3/correction", person=SAM, mode="hall", **once_more) == 200
    assert hall.kinds()[-1] == "member.moved"
    assert hall.put(KLARA, "/seats/3/correction", **once_more) == 200
    assert [entry.payload["reason"] for entry in hall.entries()] == [WHY] * 4
    assert hall.seat(3).serving_id is None
    assert hall.put(BO, "/attendance", mode="remote") == 200
    assert hall.last()["reason"] is None


@pytest.mark.parametrize("reason", ["", "  ", "x" * 301])
def test_nothing_is_put_right_without_a_short_reason(hall: Hall, reason: str) -> None:
    form = {"person": SAM, "reason": reason, "confirmed": 1}
    answer = hall.act(KLARA, "PUT", "/seats/3/correction", **form)
    assert (answer.status_code, answer.json["field"]) == (400, "reason")
    assert hall.kinds() == []


def test_no_correction_puts_the_presidium_at_a_distance(hall: Hall) -> None:
    form = {"person": BEA, "mode": "remote", "reason": WHY, "confirmed": 1}
    assert hall.put(KLARA, "/seats/2/correction", **form) == 409
    assert hall.seat(2).mode == "hall"
