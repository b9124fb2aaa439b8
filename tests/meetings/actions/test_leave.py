"""May the interpellation or the question be put?"""

import pytest

from agenda.models import Item
from meetings.models import Handling
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, KLARA, OPEN

LEAVE = "/items/3/leave"


@pytest.fixture
def asked(hall: Hall) -> Hall:
    """Item 3 is Bo's question."""
    hall.change(Item, 3, kind="question", proposer_id=BO)
    return hall


def give(hall: Hall, person: int) -> tuple[int, str]:
    return hall.said(ANNA, "POST", "/speeches", person=person)


def test_nobody_gets_the_floor_before_the_council_has_said_yes(asked: Hall) -> None:
    assert give(asked, BO) == (
        409,
        "Fullmäktige ska först säga om den får ställas. Innan dess är det ingen debatt.",
    )
    assert asked.put(ANNA, LEAVE, given=1) == 200
    assert asked.last() == {
        "item_id": 3,
        "number": 3,
        "title": "Ny simhall i Östra parken",
        "item_kind": "question",
        "given": True,
    }
    assert give(asked, BO) == (200, "")


def test_an_answer_that_was_not_given_is_no_answer(asked: Hall) -> None:
    assert asked.said(ANNA, "PUT", LEAVE) == (400, "Svara ja eller nej.")
    assert asked.kinds() == []


def test_what_may_not_be_put_is_not_debated_and_can_only_be_left(asked: Hall) -> None:
    assert asked.put(ANNA, LEAVE, given=0) == 200
    assert give(asked, BO) == (409, "Fullmäktige har sagt att den inte får ställas.")
    assert asked.put(ANNA, "/items/3/closing") == 200


def test_a_point_of_order_is_heard_all_the_same(asked: Hall) -> None:
    request = asked.post(BO, "/requests", item=3, kind="point_of_order")
    assert asked.put(ANNA, f"/requests/{request}/floor") == 200


def test_it_is_said_once_and_by_the_one_who_leads(asked: Hall) -> None:
    assert asked.put(BO, LEAVE, given=1) == 403
    assert asked.put(KLARA, LEAVE, given=1) == 200
    assert asked.said(ANNA, "PUT", LEAVE, given=0) == (
        409,
        "Fullmäktige har redan sagt om den får ställas.",
    )


def test_a_motion_needs_no_leave(hall: Hall) -> None:
    assert hall.said(ANNA, "PUT", LEAVE, given=1) == (
        409,
        "Det gäller bara interpellationer och frågor.",
    )
    assert give(hall, BO) == (200, "")


def test_a_leave_given_at_an_earlier_meeting_holds_when_the_answer_comes(asked: Hall) -> None:
    asked.change(Item, 3, carried_from=5)
    handling = Handling(meeting_id=OPEN, item_id=5, paragraph=1, step="closed", leave=True)
    handling.opened_at = handling.closed_at = "2026-11-02T17:00:00.000000+00:00"
    with asked.database.writing() as session, session.begin():
        session.add(handling)
    assert give(asked, BO) == (200, "")
    assert asked.kind(ANNA, "PUT", LEAVE, given=1) == "MovedOn"
