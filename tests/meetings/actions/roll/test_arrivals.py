from councils.models import Role, RoleHeld
from meetings.models import Seat
from tests.meetings.actions.roll.hands import DAY_LOST
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA, SIV


def test_a_member_comes_late(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 4), serving_id=None, mode=None)
    assert hall.put(BO, "/attendance", mode="hall", person=4) == 403
    assert hall.put(KLARA, "/attendance", mode="hall", person=4) == 200
    assert hall.kinds() == ["member.arrived"]
    assert hall.put(4, "/attendance", mode="hall") == 200
    assert hall.kinds() == ["member.arrived"]


def test_strangers_and_substitutes_do_not_arrive(hall: Hall) -> None:
    assert hall.put(DAN, "/attendance", mode="hall") == 404
    assert hall.said(SIV, "PUT", "/attendance", mode="hall") == (
        409,
        "Ersättare tjänstgör när de kallas in.",
    )
    assert hall.put(PIA, "/attendance", mode="hall") == 403
    assert hall.put(KLARA, "/attendance", mode="hall", helping=4, person=4) == 403


def test_a_commissioner_takes_part_without_a_seat(hall: Hall) -> None:
    with hall.database.writing() as session, session.begin():
        session.add(RoleHeld(council_id=1, person_id=PIA, role=Role.COMMISSIONER))
    assert hall.put(PIA, "/attendance", mode="remote") == 200
    assert hall.last()["seat"] is None
    assert hall.put(PIA, "/attendance", mode="hall") == 200
    assert hall.last() == {
        "seat": None,
        "person_id": PIA,
        "name": "Pia Penna",
        "mode": "hall",
        "reason": None,
    }
    assert hall.delete(PIA, "/attendance") == 200
    assert hall.delete(PIA, "/attendance") == 404
    assert hall.stretches(PIA) == [(None, "hall", "left")]


def test_leaving_warns_of_the_day_and_ends_it(hall: Hall, wall: Wall) -> None:
    hall.post(BO, "/requests", item=3, kind="speech")
    hall.post(ANNA, "/speeches", person=BO)
    hall.post(BO, "/requests", item=3, kind="point_of_order")
    status, words = hall.said(BO, "DELETE", "/attendance")
    assert (status, words.split(". ")[0]) == (
        409,
        "Den som slutar tjänstgöra får inte tjänstgöra igen i dag (5 kap",
    )
    assert hall.delete(BO, "/attendance", confirmed=1) == 200
    assert hall.kinds()[-2:] == ["floor.ended", "member.left"]
    assert hall.kind(ANNA, "PUT", "/requests/2/floor") == "MovedOn"
    assert hall.said(BO, "PUT", "/attendance", mode="remote") == (409, DAY_LOST)


def test_the_next_day_is_another_day(hall: Hall, wall: Wall) -> None:
    hall.delete(BO, "/attendance", confirmed=1)
    hall.post(ANNA, "/adjournments")
    wall.later(hours=10)
    assert hall.put(BO, "/attendance", mode="remote") == 200


def test_midnight_is_swedish(hall: Hall, wall: Wall) -> None:
    wall.later(hours=5, minutes=30)
    hall.delete(BO, "/attendance", confirmed=1)
    wall.later(minutes=29)
    assert hall.put(BO, "/attendance", mode="remote") == 409
    wall.later(minutes=2)
    assert hall.put(BO, "/attendance", mode="remote") == 200


def test_the_one_who_presides_hands_over_before_leaving(hall: Hall) -> None:
    assert hall.said(ANNA, "DELETE", "/attendance", confirmed=1) == (
        409,
        "Lämna över ordförandeplatsen först.",
    )
    hall.put(ANNA, "/chair", person=BEA)
    assert hall.delete(ANNA, "/attendance", confirmed=1) == 200


def test_a_member_moves_and_is_identified_anew(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 4), identified_at="2026-12-14T17:00:00.000+00:00")
    assert hall.put(BO, "/attendance/mode", mode="remote", person=4) == 403
    assert hall.put(4, "/attendance/mode", mode="remote") == 200
    assert hall.last() == {
        "seat": 4,
        "person_id": 4,
        "name": "Ledamot 4",
        "mode": "remote",
        "reason": None,
    }
    assert (hall.seat(4).mode, hall.seat(4).identified_at) == ("remote", None)
    assert hall.stretches(4) == [(4, "remote", None)]
    assert hall.put(BEA, "/attendance/mode", mode="remote") == 409
    assert hall.put(SIV, "/attendance/mode", mode="hall") == 409
