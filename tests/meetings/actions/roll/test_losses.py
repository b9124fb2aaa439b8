from meetings.models import Handling
from tests.meetings.actions.roll.hands import DAY_LOST, between_items, lose
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BO


def test_a_lost_line_alone_costs_nobody_the_day(hall: Hall) -> None:
    lose(hall, BO)
    assert hall.put(ANNA, "/items/3/closing", confirmed=1) == 200
    assert hall.seat(3).serving_id == BO


def test_a_lasting_loss_is_absence_when_the_chair_says_so(hall: Hall, wall: Wall) -> None:
    lose(hall, BO)
    wall.later(minutes=5)
    assert hall.delete(ANNA, "/attendance", person=BO) == 409
    assert hall.delete(ANNA, "/attendance", person=BO, confirmed=1) == 200
    assert hall.last()["why"] == "absent_line"
    wall.later(minutes=1)
    assert hall.put(BO, "/attendance", mode="remote") == 200


def test_a_lasting_loss_counts_once_an_item_is_decided_without_the_member(
    hall: Hall, wall: Wall
) -> None:
    lose(hall, BO)
    hall.delete(ANNA, "/attendance", person=BO, confirmed=1)
    wall.later(minutes=1)
    hall.change(Handling, 1, step="decision")
    hall.put(ANNA, "/items/3/closing")
    assert hall.said(BO, "PUT", "/attendance", mode="remote") == (409, DAY_LOST)


def test_a_substitute_in_the_place_of_a_lost_line_is_called_knowingly(
    hall: Hall, wall: Wall
) -> None:
    assert hall.kind(ANNA, "PUT", "/seats/3/substitute") == "MovedOn"
    lose(hall, BO)
    wall.later(minutes=5)
    assert hall.said(ANNA, "PUT", "/seats/3/substitute") == (
        409,
        "Bo Bok antecknas som frånvarande och får inte tjänstgöra igen i dag (5 kap. 20 §).",
    )
    assert hall.put(ANNA, "/seats/3/substitute", confirmed=1) == 200
    assert hall.kinds() == ["member.left", "member.arrived"]
    between_items(hall)
    assert hall.said(BO, "PUT", "/attendance", mode="remote") == (409, DAY_LOST)
