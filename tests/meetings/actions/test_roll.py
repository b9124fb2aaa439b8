import pytest

from councils.models import Role, RoleHeld
from meetings.models import Handling, Line, Meeting, Seat
from meetings.queries.roll import attendance_summary, who_may_vote
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA, PLANNED, REMOTE, SAM, SIV

DAY_LOST = "Den som har slutat tjänstgöra får inte tjänstgöra igen samma dag (5 kap. 20 §)."


@pytest.fixture
def called(planned: Hall) -> Hall:
    """The roll call goes on, and nobody has answered."""
    planned.convene_and_open()
    return planned


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


def test_a_name_is_called_and_answered(called: Hall) -> None:
    assert answer(called, 1, "hall", by=ANNA) == 200
    assert answer(called, BO, "remote") == 200
    assert called.last() == {
        "seat": 3,
        "person_id": BO,
        "name": "Bo Bok",
        "party": "V",
        "mode": "remote",
        "for_id": None,
        "for_name": None,
        "reason": None,
    }
    assert answer(called, 4, "absent") == 200
    assert called.kinds()[-3:] == ["member.arrived", "member.arrived", "member.absent"]


def test_the_same_answer_twice_is_one_answer(called: Hall) -> None:
    for _ in range(2):
        answer(called, BO, "remote")
        answer(called, 4, "absent")
    assert called.kinds()[2:] == ["member.arrived", "member.absent"]


def test_an_answer_is_put_right_while_the_roll_is_called(called: Hall) -> None:
    for how in ("hall", "remote", "absent", "hall"):
        assert answer(called, BO, how) == 200
    assert called.kinds()[2:] == [
        "member.arrived",
        "member.moved",
        "member.left",
        "member.absent",
        "member.arrived",
    ]
    assert called.stretches(BO) == [(3, "remote", "corrected"), (3, "hall", None)]


def test_the_roll_is_called_by_the_chair_or_the_office(called: Hall) -> None:
    assert [answer(called, 4, "hall", by) for by in (BO, PIA, DAN)] == [403, 403, 403]
    assert answer(called, 99, "hall") == 404
    assert answer(called, 4, "kanske") == 400


def test_the_presidium_does_not_take_part_at_a_distance(called: Hall) -> None:
    words = "Presidiet deltar i salen. Det får inte delta på distans (5 kap. 16 §)."
    assert called.said(KLARA, "PUT", "/seats/2/answer", answer="remote") == (409, words)
    assert called.said(ANNA, "PUT", "/attendance", mode="remote") == (409, words)


def test_before_july_the_presidium_may_be_at_a_distance(called: Hall) -> None:
    called.change(Meeting, PLANNED, date="2026-06-29")
    called.change(Meeting, PLANNED, procedure=REMOTE | {"remote_decided_on": "2026-01-15"})
    assert answer(called, 2, "remote") == 200


def test_without_a_decision_nobody_takes_part_at_a_distance(called: Hall) -> None:
    called.change(Meeting, PLANNED, procedure={})
    assert called.said(KLARA, "PUT", "/seats/3/answer", answer="remote") == (
        409,
        "Fullmäktige har inte beslutat att tillåta deltagande på distans (5 kap. 16 §).",
    )
    called.change(Meeting, PLANNED, procedure=REMOTE, remote=False)
    assert answer(called, 3, "remote") == 409
    assert answer(called, 3, "hall") == 200


def test_nobody_arrives_before_the_meeting_is_opened(planned: Hall) -> None:
    planned.put(KLARA, "/convening")
    assert planned.said(BO, "PUT", "/attendance", mode="remote") == (
        409,
        "Sammanträdet är inte öppnat än. Närvaron tas vid uppropet.",
    )


def test_a_member_at_a_distance_joins_by_herself_and_is_then_identified(called: Hall) -> None:
    assert called.put(BO, "/attendance", mode="remote") == 200
    assert called.seat(3).identified_at is None
    assert called.put(BO, "/seats/3/identity", how="picture") == 403
    assert called.put(KLARA, "/seats/3/identity", how="tro") == 400
    assert called.kind(KLARA, "PUT", "/seats/3/identity", how="known", person=4) == "MovedOn"
    assert called.put(KLARA, "/seats/3/identity", how="picture", person=BO) == 200
    assert called.last() == {"seat": 3, "person_id": BO, "name": "Bo Bok", "method": "picture"}
    assert called.seat(3).identified_by == KLARA


def test_identity_is_a_matter_of_those_at_a_distance(called: Hall) -> None:
    answer(called, 4, "hall")
    assert called.put(KLARA, "/seats/4/identity", how="known") == 409
    assert called.put(KLARA, "/seats/5/identity", how="known") == 409


def test_the_chair_states_the_number_and_silence_is_absence(called: Hall) -> None:
    for seat in range(1, 13):
        answer(called, seat, "remote" if seat % 3 == 0 else "hall")
    assert called.put(BO, "/roll-call") == 403
    assert called.put(ANNA, "/roll-call") == 200
    assert called.last() == {"present": 12, "hall": 8, "remote": 4, "seats": 21, "needed": 11}
    assert called.kind(KLARA, "PUT", "/roll-call") == "MovedOn"
    assert called.seat(20).answered_at is not None
    assert answer(called, 20, "hall") == 409


def test_too_few_is_stated_and_stops_the_next_item(called: Hall) -> None:
    for seat in range(1, 11):
        answer(called, seat, "hall")
    assert called.put(ANNA, "/roll-call") == 200
    with called.database.reading() as session:
        counted = attendance_summary(session, PLANNED)
    assert (counted.present, counted.needed, counted.is_quorate) == (10, 11, False)
    assert called.put(ANNA, "/items/8/opening") == 409


def test_the_one_who_presides_is_not_noted_absent(called: Hall) -> None:
    assert answer(called, 1, "absent") == 409
    called.put(BEA, "/chair", person=BEA)
    assert answer(called, 1, "absent") == 200


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


def test_nobody_is_seated_in_the_middle_of_a_vote(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 3), serving_id=None, mode=None)
    hall.change(Handling, 1, step="division")
    assert hall.put(ANNA, "/seats/3/substitute") == 409
    assert hall.put(ANNA, "/recusals/4") == 409
    assert hall.put(BO, "/attendance", mode="remote") == 200


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
