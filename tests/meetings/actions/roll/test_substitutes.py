from meetings.models import Handling, Meeting, Seat
from meetings.queries.roll import who_may_vote
from tests.meetings.actions.roll.hands import answer, between_items
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, KLARA, OPEN, PIA, REMOTE, SAM, SIV


def test_the_first_substitute_who_is_free_is_called(hall: Hall) -> None:
    hall.delete(BO, "/attendance", confirmed=1)
    assert hall.put(BO, "/seats/3/substitute") == 403
    assert hall.put(ANNA, "/seats/3/substitute") == 200
    assert hall.last() == {
        "seat": 3,
        "person_id": SIV,
        "name": "Siv Sälg",
        "party": "V",
        "mode": "hall",
        "for_id": BO,
        "for_name": "Bo Bok",
        "reason": None,
    }
    with hall.database.reading() as session:
        seats = [who_may_vote(session, OPEN, one) for one in (SIV, BO)]
    assert [seat and seat.seat for seat in seats] == [3, None]


def test_the_order_is_kept_unless_those_before_are_not_here(hall: Hall) -> None:
    hall.delete(BO, "/attendance", confirmed=1)
    assert hall.said(ANNA, "PUT", "/seats/3/substitute", person=SAM) == (
        409,
        "Siv Sälg står före i inkallelseordningen.",
    )
    assert hall.put(ANNA, "/seats/3/substitute", person=SAM, unavailable=str(SIV)) == 200
    hall.delete(8, "/attendance", confirmed=1)
    assert hall.put(ANNA, "/seats/8/substitute") == 200
    hall.delete(13, "/attendance", confirmed=1)
    assert hall.said(ANNA, "PUT", "/seats/13/substitute") == (
        409,
        "Ingen ersättare är ledig. Platsen står tom.",
    )


def test_a_substitute_of_another_party_is_not_called(hall: Hall) -> None:
    hall.delete(4, "/attendance", confirmed=1)
    assert hall.said(ANNA, "PUT", "/seats/4/substitute", person=SIV) == (
        409,
        "Siv Sälg är ersättare för ett annat parti.",
    )
    assert hall.put(ANNA, "/seats/4/substitute", person=PIA) == 409


def test_to_a_vacant_seat_the_chair_names_a_substitute_of_the_party(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 3), member_id=None, serving_id=None, mode=None)
    assert hall.put(ANNA, "/seats/3/substitute") == 409
    assert hall.put(ANNA, "/seats/3/substitute", person=SAM) == 200
    assert hall.last()["for_id"] is None


def test_a_late_member_takes_the_seat_from_the_substitute_between_items(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 3), serving_id=None, mode=None)
    hall.put(ANNA, "/seats/3/substitute")
    assert hall.said(BO, "PUT", "/attendance", mode="hall") == (
        409,
        "Bytet görs när ärendet är avslutat.",
    )
    between_items(hall)
    assert hall.put(BO, "/attendance", mode="hall") == 200
    assert hall.kinds()[-2:] == ["member.left", "member.arrived"]
    assert hall.stretches(SIV) == [(3, "hall", "replaced")]


def test_where_the_council_so_practises_the_swap_is_at_once(hall: Hall) -> None:
    hall.change(Meeting, OPEN, procedure=REMOTE | {"substitute_swap": "at_once"})
    hall.change(Seat, (OPEN, 3), serving_id=None, mode=None)
    hall.put(ANNA, "/seats/3/substitute")
    assert hall.put(BO, "/attendance", mode="hall") == 200


def test_one_who_has_begun_to_serve_goes_first_again(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 3), serving_id=None, mode=None)
    hall.put(ANNA, "/seats/3/substitute", person=SAM, unavailable=str(SIV))
    between_items(hall)
    hall.put(BO, "/attendance", mode="hall")
    hall.delete(8, "/attendance", confirmed=1)
    assert hall.act(ANNA, "PUT", "/seats/8/substitute").json["made"] == SAM


def test_during_the_roll_call_the_member_is_called_before_the_substitute(called: Hall) -> None:
    assert called.put(KLARA, "/seats/3/substitute") == 409
    answer(called, 3, "absent")
    assert called.put(KLARA, "/seats/3/substitute") == 200
    assert answer(called, 3, "hall") == 409


def test_nobody_is_seated_in_the_middle_of_a_vote(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 3), serving_id=None, mode=None)
    hall.change(Handling, 1, step="division")
    assert hall.put(ANNA, "/seats/3/substitute") == 409
    assert hall.put(ANNA, "/recusals/4") == 409
    assert hall.put(BO, "/attendance", mode="remote") == 200
