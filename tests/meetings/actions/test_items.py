from typing import Any

from agenda.models import Document, Item
from core import clock
from meetings.models import Handling, Line, Seat
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, KLARA, OPEN, PIA, REMOTE


def close_current(hall: Hall) -> None:
    assert hall.put(ANNA, "/items/3/closing", confirmed=1) == 200


def empty_seats(hall: Hall, seats: range, **values: Any) -> None:
    for number in seats:
        hall.change(Seat, (OPEN, number), **({"serving_id": None, "mode": None} | values))


def test_an_item_is_opened_with_its_paragraph_and_the_number_present(hall: Hall) -> None:
    close_current(hall)
    assert hall.put(ANNA, "/items/4/opening") == 200
    assert hall.last() == {
        "handling_id": 2,
        "item_id": 4,
        "number": 4,
        "title": "Motion om fria bussar",
        "item_kind": "private_members_motion",
        "proposer": None,
        "case_number": None,
        "paragraph": 4,
        "present": 21,
        "closed_doors": False,
    }


def test_one_item_at_a_time_and_each_once(hall: Hall) -> None:
    assert hall.kind(KLARA, "PUT", "/items/3/opening") == "MovedOn"
    assert hall.said(ANNA, "PUT", "/items/4/opening") == (
        409,
        "Avsluta ärendet Ny simhall i Östra parken först.",
    )
    hall.change(Handling, 1, step="decision")
    assert hall.put(ANNA, "/items/3/closing") == 200
    assert hall.said(ANNA, "PUT", "/items/3/opening") == (409, "Ärendet är redan behandlat.")


def test_only_the_chair_and_the_office_lead(hall: Hall) -> None:
    assert hall.put(BO, "/items/3/closing") == 403
    assert hall.put(PIA, "/items/3/step", step="proposals", before="debate") == 403
    assert hall.put(ANNA, "/items/3/step", step="proposals", before="debate", helping=BO) == 403
    assert hall.kinds() == []


def test_items_of_other_meetings_and_removed_ones_are_not_opened(hall: Hall) -> None:
    close_current(hall)
    hall.change(Item, 4, removed_at=clock.now())
    assert [hall.put(ANNA, f"/items/{item}/opening") for item in (4, 9, 99)] == [404, 404, 404]


def test_without_a_quorum_no_item_is_opened(hall: Hall) -> None:
    close_current(hall)
    empty_seats(hall, range(12, 22))
    assert hall.put(ANNA, "/items/4/opening") == 200
    hall.put(ANNA, "/items/4/closing", confirmed=1)
    empty_seats(hall, range(11, 12))
    assert hall.said(ANNA, "PUT", "/items/5/opening") == (
        409,
        "Fullmäktige är inte beslutsfört: 10 deltar, 11 behövs (5 kap. 45 §).",
    )


def test_a_lost_line_is_not_taking_part(hall: Hall) -> None:
    close_current(hall)
    empty_seats(hall, range(12, 22))
    with hall.database.writing() as session, session.begin():
        session.add(Line(meeting_id=OPEN, person_id=BO, state="lost", since=clock.now()))
    assert hall.said(ANNA, "PUT", "/items/4/opening") == (
        409,
        "Fullmäktige är inte beslutsfört: 10 deltar, 11 behövs (5 kap. 45 §)."
        " 1 på distans har tappat anslutningen.",
    )


def test_answers_may_be_given_below_the_quorum_where_it_is_decided(hall: Hall) -> None:
    close_current(hall)
    empty_seats(hall, range(5, 22))
    assert hall.put(ANNA, "/items/5/opening") == 409
    hall.change(type(hall.row()), OPEN, procedure=REMOTE | {"answers_below_quorum": True})
    assert hall.put(ANNA, "/items/4/opening") == 409
    assert hall.put(ANNA, "/items/5/opening") == 200


def test_before_the_roll_call_is_done_only_a_formality_is_handled(planned: Hall) -> None:
    planned.convene_and_open()
    assert planned.said(ANNA, "PUT", "/items/8/opening") == (409, "Uppropet är inte klart.")
    assert planned.put(ANNA, "/items/7/opening") == 200


def test_the_steps_follow_the_kind_and_the_button(hall: Hall) -> None:
    def step(to: str, before: str, **form: Any) -> str:
        return hall.kind(ANNA, "PUT", "/items/3/step", step=to, before=before, **form)

    assert step("proposals", "presentation") == "MovedOn"
    assert step("decision", "debate") == "RuleBroken"
    assert step("order", "debate") == "RuleBroken"
    assert step("proposals", "debate") == "done"
    assert step("proposals", "debate") == "MovedOn"
    assert step("debate", "proposals") == "done"
    assert step("dans", "debate") == "BadInput"
    assert [entry.payload["step"] for entry in hall.entries()] == ["proposals", "debate"]


def test_the_division_is_left_only_by_the_vote(hall: Hall) -> None:
    hall.change(Handling, 1, step="division")
    assert hall.put(ANNA, "/items/3/step", step="acclamation", before="division") == 409


def test_a_debate_is_ended_over_those_who_wait_only_knowingly(hall: Hall) -> None:
    hall.post(BO, "/requests", item=3, kind="speech")
    step = {"step": "proposals", "before": "debate"}
    assert hall.said(ANNA, "PUT", "/items/3/step", **step) == (
        409,
        "1 väntar på att få tala. Avsluta debatten ändå?",
    )
    assert hall.put(ANNA, "/items/3/step", **step, confirmed=1) == 200


def test_an_undecided_item_is_put_off_knowingly_and_keeps_its_paragraph(hall: Hall) -> None:
    assert hall.kind(ANNA, "PUT", "/items/3/closing") == "NeedsConfirmation"
    close_current(hall)
    hall.put(ANNA, "/items/4/opening")
    hall.put(ANNA, "/items/4/closing", confirmed=1)
    assert hall.put(ANNA, "/items/3/opening") == 200
    assert hall.last()["paragraph"] == 3


def test_an_item_that_decides_nothing_just_closes(hall: Hall) -> None:
    close_current(hall)
    hall.put(ANNA, "/items/6/opening")
    assert hall.put(ANNA, "/items/6/closing") == 200
    assert hall.kind(KLARA, "PUT", "/items/6/closing") == "MovedOn"


def test_the_chair_puts_a_document_at_a_page_on_every_screen(hall: Hall) -> None:
    with hall.database.writing() as session, session.begin():
        paper = Document(item_id=3, position=1, title="Kalkyl", sha256="0" * 64, size=1, pages=4)
        paper.attached_at = clock.now()
        session.add(paper)
    assert hall.put(ANNA, "/items/3/shown", document=1, page=2) == 200
    assert hall.last() == {"item_id": 3, "document_id": 1, "title": "Kalkyl", "page": 2}
    assert hall.put(ANNA, "/items/3/shown", document=1, page=2) == 200
    assert hall.kinds() == ["document.shown"]
    assert hall.put(ANNA, "/items/3/shown", document=1, page=5) == 400
    assert hall.put(ANNA, "/items/3/shown", document=7) == 404
    assert hall.put(BO, "/items/3/shown", document=1) == 403
    assert hall.put(ANNA, "/items/3/shown") == 200
    assert hall.last()["document_id"] is None
