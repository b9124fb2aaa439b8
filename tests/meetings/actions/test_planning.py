from sqlalchemy import select

from councils.models import Council, Mandate, ProcedureInForce
from meetings.models import Handling, Meeting, Seat
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, REMOTE

PLAN = {
    "title": "Kommunfullmäktige i januari",
    "date": "2027-01-25",
    "starts": "17.30",
    "place": "Stadshuset",
    "remote": "1",
    "first_paragraph": "40",
}


def plan(hall: Hall, by: int, **form: str) -> tuple[int, str | None]:
    answer = hall.clients.act(by, "POST", "/meetings", **({"council_id": "1"} | PLAN | form))
    return answer.status_code, answer.json.get("field") or answer.json.get("made")


def test_the_office_plans_a_meeting(planned: Hall) -> None:
    status, made = plan(planned, KLARA)
    row = Hall(planned.app, planned.clients, int(made or 0)).row()
    assert status == 200
    assert (row.title, row.date, row.starts) == (
        "Kommunfullmäktige i januari",
        "2027-01-25",
        "17:30",
    )
    assert (row.place, row.remote, row.first_paragraph) == ("Stadshuset", True, 40)
    assert (row.seats, row.clerk_id, row.convened_at) == (21, KLARA, None)


def test_the_paragraphs_go_on_through_the_year_and_begin_again(planned: Hall) -> None:
    planned.change(Meeting, OPEN, date="2027-01-25")
    with planned.database.writing() as session, session.begin():
        session.scalars(select(Handling).where(Handling.meeting_id == OPEN)).one().paragraph = 88

    def first(**form: str) -> int:
        _, made = plan(planned, KLARA, first_paragraph="", **form)
        return Hall(planned.app, planned.clients, int(made or 0)).row().first_paragraph

    days = ("2027-01-24", "2027-02-22", "2028-01-31")
    assert [first(date=day) for day in days] == [1, 89, 1]


def test_nobody_else_plans_and_the_office_only_for_its_own_council(planned: Hall) -> None:
    assert [plan(planned, by)[0] for by in (ANNA, BO, PIA, DAN)] == [403, 403, 403, 403]
    assert plan(planned, KLARA, council_id="2")[0] == 403


def test_a_plan_that_cannot_be_read_names_the_field(planned: Hall) -> None:
    assert plan(planned, KLARA, date="14/12") == (400, "date")
    assert plan(planned, KLARA, starts="sex") == (400, "starts")
    assert plan(planned, KLARA, title=" ") == (400, "title")
    assert plan(planned, KLARA, council_id="min") == (400, "council_id")


def test_a_plan_is_changed_quietly_and_a_summons_on_the_record(planned: Hall) -> None:
    assert planned.put(KLARA, "", **PLAN) == 200
    assert (planned.row().date, planned.kinds()) == ("2027-01-25", [])
    planned.put(KLARA, "/convening")
    assert planned.put(KLARA, "", **(PLAN | {"place": "Folkets hus"})) == 200
    assert planned.kinds() == ["meeting.convened", "meeting.changed"]
    assert planned.last()["place"] == "Folkets hus"
    planned.put(KLARA, "", **(PLAN | {"date": "2026-12-14"}))  # the day that was announced
    assert planned.put(KLARA, "/opening") == 200
    assert planned.put(KLARA, "", **PLAN) == 409


def test_convening_sets_out_a_seat_for_every_mandate(planned: Hall) -> None:
    assert planned.put(KLARA, "/convening") == 200
    with planned.database.reading() as session:
        seats = session.scalars(select(Seat).where(Seat.meeting_id == planned.meeting)).all()
    assert [(seat.seat, seat.member_id) for seat in seats] == [(n, n) for n in range(1, 22)]
    assert {seat.serving_id for seat in seats} == {None}
    assert (planned.row().presiding_id, planned.row().procedure) == (ANNA, REMOTE)
    assert planned.last() == {
        "date": "2026-12-14",
        "starts": "18:00",
        "place": "Stadshuset",
        "items": 6,
        "ground": None,
        "asked": None,
    }


def test_a_vacant_seat_belongs_to_the_party_of_its_last_holder(planned: Hall) -> None:
    planned.change(Mandate, 8, until="2026-11-30")
    planned.put(KLARA, "/convening")
    seat = planned.seat(8)
    assert (seat.member_id, seat.party_id) == (None, 3)


def test_a_new_holder_of_a_mandate_has_the_seat(planned: Hall) -> None:
    planned.change(Mandate, 8, until="2026-11-30")
    with planned.database.writing() as session, session.begin():
        session.add(Mandate(council_id=1, person_id=101, seat=8, since="2026-12-01"))
    planned.put(KLARA, "/convening")
    assert planned.seat(8).member_id == 101


def test_a_meeting_keeps_the_rules_it_was_convened_under(planned: Hall) -> None:
    planned.put(KLARA, "/convening")
    planned.change(ProcedureInForce, 1, settings={"speech_first_minutes": 2})
    assert planned.row().procedure == REMOTE
    assert planned.put(KLARA, "/convening", again="1") == 200
    assert planned.row().procedure == {"speech_first_minutes": 2}


def test_without_items_nobody_is_summoned(planned: Hall) -> None:
    _, made = plan(planned, KLARA)
    empty = Hall(planned.app, planned.clients, int(made or 0))
    assert empty.said(KLARA, "PUT", "/convening") == (
        409,
        "Lägg till minst ett ärende innan ni kallar.",
    )


def test_convening_is_done_once_unless_it_is_meant(planned: Hall) -> None:
    planned.put(KLARA, "/convening")
    assert planned.kind(KLARA, "PUT", "/convening") == "MovedOn"
    assert planned.put(BO, "/convening", again="1") == 403
    assert planned.kinds() == ["meeting.convened"]


def test_there_is_no_meeting_of_that_number(planned: Hall) -> None:
    nowhere = Hall(planned.app, planned.clients, 77)
    assert nowhere.put(KLARA, "/convening") == 404
    with planned.database.reading() as session:
        assert len(session.scalars(select(Meeting)).all()) == 2
        assert session.get_one(Council, 1).seats == 21
