from meetings.models import Handling
from meetings.queries.roll import attendance_summary
from meetings.rules.quorum import QuorumGround
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BEA, BO, KLARA, OPEN, PIA, SAM, SIV


def close(hall: Hall) -> int:
    return hall.put(ANNA, "/items/3/closing", confirmed=1)


def sits(hall: Hall, seat: int) -> tuple[int | None, int | None, str | None]:
    row = hall.seat(seat)
    return row.serving_id, row.recused_id, row.mode


def test_a_member_stands_aside_for_one_item_without_a_reason(hall: Hall) -> None:
    assert hall.put(BO, f"/recusals/{BO}") == 200
    assert hall.last() == {
        "seat": 3,
        "person_id": BO,
        "name": "Bo Bok",
        "party": "V",
        "item_id": 3,
        "audit": None,
    }
    assert sits(hall, 3) == (None, BO, None)
    assert hall.kind(BO, "PUT", f"/recusals/{BO}") == "MovedOn"
    assert hall.put(4, f"/recusals/{BEA}") == 403
    assert hall.put(PIA, "/recusals/1") == 403
    assert hall.put(ANNA, "/recusals/4") == 200


def test_whoever_stands_aside_has_no_part_in_the_debate(hall: Hall) -> None:
    hall.post(BO, "/requests", item=3, kind="speech")
    hall.post(ANNA, "/speeches", person=BO)
    hall.put(BO, f"/recusals/{BO}")
    assert hall.kinds()[-2:] == ["floor.ended", "member.recused"]
    words = "Den som är jävig deltar inte i ärendet."
    assert hall.said(BO, "POST", "/requests", item=3, kind="speech") == (409, words)
    assert hall.said(ANNA, "POST", "/speeches", person=BO) == (409, words)


def test_everything_is_as_before_when_the_item_closes(hall: Hall) -> None:
    hall.put(BO, f"/recusals/{BO}")
    assert close(hall) == 200
    assert hall.kinds() == ["member.recused", "member.recusal_ended", "item.closed"]
    assert sits(hall, 3) == (BO, None, "remote")
    assert hall.stretches(BO) == [(3, "remote", "recused"), (3, "remote", None)]
    assert hall.seat(3).identified_at is None


def test_the_substitute_in_the_seat_gives_way_when_the_item_closes(hall: Hall) -> None:
    hall.put(BO, f"/recusals/{BO}")
    hall.put(ANNA, "/seats/3/substitute")
    assert sits(hall, 3) == (SIV, BO, "hall")
    assert hall.put(BO, "/attendance", mode="remote") == 409
    assert hall.put(ANNA, f"/recusals/{BO}") == 409
    close(hall)
    assert hall.kinds()[-3:] == ["member.left", "member.recusal_ended", "item.closed"]
    assert sits(hall, 3) == (BO, None, "remote")
    assert hall.stretches(SIV) == [(3, "hall", "replaced")]


def test_a_substitute_who_also_stands_aside_leaves_the_seat_to_the_next(hall: Hall) -> None:
    hall.put(BO, f"/recusals/{BO}")
    hall.put(ANNA, "/seats/3/substitute")
    assert hall.put(SIV, f"/recusals/{SIV}") == 200
    assert sits(hall, 3) == (None, BO, None)
    assert hall.act(ANNA, "PUT", "/seats/3/substitute").json["made"] == SAM
    close(hall)
    assert sits(hall, 3) == (BO, None, "remote")


def test_a_substitute_who_stands_aside_is_back_for_the_next_item(hall: Hall) -> None:
    hall.delete(BO, "/attendance", confirmed=1)
    hall.put(ANNA, "/seats/3/substitute")
    hall.put(SIV, f"/recusals/{SIV}")
    assert hall.act(ANNA, "PUT", "/seats/3/substitute").json["made"] == SAM
    close(hall)
    assert sits(hall, 3) == (SIV, None, "hall")
    assert hall.stretches(SAM) == [(3, "hall", "replaced")]


def test_it_was_no_conflict_after_all(hall: Hall) -> None:
    hall.put(BO, f"/recusals/{BO}")
    assert hall.delete(BO, f"/recusals/{BO}") == 403
    assert hall.delete(ANNA, f"/recusals/{BO}") == 200
    assert hall.kind(ANNA, "DELETE", f"/recusals/{BO}") == "MovedOn"
    assert sits(hall, 3) == (BO, None, "remote")
    hall.put(BO, f"/recusals/{BO}")
    hall.put(ANNA, "/seats/3/substitute")
    assert hall.delete(ANNA, f"/recusals/{BO}") == 409


def test_whoever_goes_home_instead_of_waiting_has_ended_the_day(hall: Hall) -> None:
    hall.put(BO, f"/recusals/{BO}")
    assert hall.delete(BO, "/attendance", confirmed=1) == 200
    assert sits(hall, 3) == (None, None, None)
    close(hall)
    assert sits(hall, 3) == (None, None, None)
    assert hall.put(BO, "/attendance", mode="remote") == 409


def test_the_one_who_presides_hands_over_first(hall: Hall) -> None:
    assert hall.put(ANNA, f"/recusals/{ANNA}") == 409
    hall.put(ANNA, "/chair", person=BEA)
    assert hall.put(ANNA, f"/recusals/{ANNA}") == 200


def test_there_is_nothing_to_stand_aside_from_without_an_item_or_after_the_decision(
    hall: Hall,
) -> None:
    hall.change(Handling, 1, step="decision")
    assert hall.put(BO, f"/recusals/{BO}") == 409
    close(hall)
    assert hall.said(BO, "PUT", f"/recusals/{BO}") == (409, "Inget ärende är öppet.")
    assert hall.put(KLARA, f"/recusals/{SIV}") == 409


def test_a_shortage_that_conflicts_alone_have_made_does_not_stop_the_item(hall: Hall) -> None:
    for seat in range(12, 22):
        hall.delete(KLARA, "/attendance", person=seat, confirmed=1)
    hall.put(BO, f"/recusals/{BO}")
    with hall.database.reading() as session:
        counted = attendance_summary(session, OPEN)
    assert (counted.present, counted.recused, counted.needed) == (10, 1, 11)
    assert counted.ground is QuorumGround.CONFLICT_EXCEPTION
