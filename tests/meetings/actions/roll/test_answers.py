from meetings.models import Meeting
from meetings.queries.roll import attendance_summary
from tests.meetings.actions.roll.hands import answer
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, PIA, PLANNED, REMOTE


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
