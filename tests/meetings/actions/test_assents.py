"""An item that was not announced, or not prepared, is decided only if all present agree."""

import pytest

from agenda.models import Item
from meetings.models import Handling, Meeting, Notice, Seat
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BO, KLARA, OPEN

BUS, HALL = 4, 3  # a motion that comes next; the item that is open
ASK = "Fråga först om alla närvarande är överens om att avgöra det i dag."


@pytest.fixture
def evening(hall: Hall) -> Hall:
    """Between two items."""
    hall.change(Handling, 1, step="decision")
    assert hall.put(ANNA, f"/items/{HALL}/closing") == 200
    return hall


def forget(hall: Hall, item: int) -> None:
    """The item was added after the notice."""
    with hall.database.writing() as session, session.begin():
        notice = session.get_one(Notice, OPEN)
        notice.items = [row for row in notice.items if row["item_id"] != item]


def ask(hall: Hall, agreed: bool, by: int = ANNA, item: int = BUS) -> int:
    return hall.put(by, f"/items/{item}/assent", agreed=int(agreed))


def test_what_was_not_announced_is_not_opened_until_all_agree(evening: Hall) -> None:
    forget(evening, BUS)
    refused = evening.said(ANNA, "PUT", f"/items/{BUS}/opening")
    assert refused == (409, f"Ärendet har inte kungjorts. {ASK}")
    assert ask(evening, True) == 200
    told = evening.last()
    assert (told["lacks"], told["agreed"], told["present"]) == (["announcement"], True, 21)
    assert told["present_ids"] == list(range(1, 22))
    assert evening.put(ANNA, f"/items/{BUS}/opening") == 200


def test_what_was_not_prepared_is_not_opened_until_all_agree(evening: Hall) -> None:
    evening.change(Item, BUS, prepared_by=None)
    refused = evening.said(ANNA, "PUT", f"/items/{BUS}/opening")
    assert refused == (409, f"Ärendet har inte beretts. {ASK}")
    assert ask(evening, True) == 200
    assert evening.put(ANNA, f"/items/{BUS}/opening") == 200


def test_one_against_and_the_item_waits(evening: Hall) -> None:
    forget(evening, BUS)
    assert ask(evening, False) == 200
    assert evening.said(ANNA, "PUT", f"/items/{BUS}/opening") == (
        409,
        "Ärendet har inte kungjorts. Alla var inte överens om att avgöra det i dag, så det väntar.",
    )
    left = evening.said(ANNA, "PUT", "/closure")[1]
    assert left.startswith("Ärenden som inte är behandlade:")
    assert "4" in left


def test_an_answer_to_one_question_is_no_answer_to_two(evening: Hall) -> None:
    forget(evening, BUS)
    ask(evening, True)
    evening.change(Item, BUS, prepared_by=None)
    assert evening.said(ANNA, "PUT", f"/items/{BUS}/opening") == (
        409,
        f"Ärendet har varken kungjorts eller beretts. {ASK}",
    )


def test_what_is_announced_and_prepared_needs_no_question(evening: Hall) -> None:
    assert evening.said(ANNA, "PUT", f"/items/{BUS}/assent", agreed=1) == (
        409,
        "Ärendet är kungjort och berett. Det behövs ingen fråga.",
    )


def test_only_the_chair_and_the_office_ask(evening: Hall) -> None:
    forget(evening, BUS)
    assert [ask(evening, True, by=somebody) for somebody in (BO, KLARA)] == [403, 200]


def test_an_interpellation_and_a_notice_decide_nothing_and_need_no_notice(evening: Hall) -> None:
    for item in (5, 6):
        forget(evening, item)
        assert evening.put(ANNA, f"/items/{item}/opening") == 200
        assert evening.put(ANNA, f"/items/{item}/closing", confirmed=1) == 200


def test_whoever_comes_later_is_asked_too_before_the_gavel(evening: Hall) -> None:
    forget(evening, BUS)
    evening.change(Seat, (OPEN, 3), serving_id=None)  # Bo has not come yet
    ask(evening, True)
    assert evening.last()["present"] == 20
    evening.put(ANNA, f"/items/{BUS}/opening")
    evening.change(Seat, (OPEN, 3), serving_id=BO)
    evening.change(Handling, 2, step="proposals")
    gavel = {"text": "Bifall", "how": "unopposed"}
    assert evening.said(ANNA, "POST", f"/items/{BUS}/decisions", **gavel) == (
        409,
        "Ärendet har inte kungjorts. Sedan alla tillfrågades har Bo Bok kommit. Fråga igen.",
    )
    ask(evening, True)
    assert evening.said(ANNA, "POST", f"/items/{BUS}/decisions", **gavel) == (200, "")


def test_a_rehearsal_asks_for_nothing(evening: Hall) -> None:
    forget(evening, BUS)
    evening.change(Meeting, OPEN, rehearsal=True)
    assert evening.put(ANNA, f"/items/{BUS}/opening") == 200


def test_a_meeting_that_was_not_announced_in_time_does_not_open(planned: Hall, wall: Wall) -> None:
    planned.put(KLARA, "/convening")
    planned.change(Notice, 2, posted_on="2026-12-12")
    assert planned.said(ANNA, "PUT", "/opening") == (
        409,
        "Kungörelsen kom för sent. Sammanträdet måste flyttas. "
        "Sista dagen var 7 december 2026, för brådskande ärenden 11 december 2026. "
        "Har kungörelsen suttit på en annan anslagstavla i tid, så skriv in det.",
    )
    planned.post(KLARA, "/notices", posted_on="2026-12-07", elsewhere="Entrén")
    assert planned.put(ANNA, "/opening") == 200


def test_a_notice_that_was_taken_down_is_no_notice(planned: Hall, wall: Wall) -> None:
    planned.put(KLARA, "/convening")
    assert planned.delete(KLARA, "/notices/2", confirmed=1) == 200
    assert planned.said(ANNA, "PUT", "/opening")[1].startswith("Sammanträdet är inte kungjort.")


def test_a_notice_of_another_day_is_no_notice_of_this_one(planned: Hall, wall: Wall) -> None:
    planned.put(KLARA, "/convening")
    planned.change(Meeting, 2, date="2026-12-15")
    assert planned.put(ANNA, "/opening") == 409


def test_a_rehearsal_opens_unannounced(planned: Hall, wall: Wall) -> None:
    planned.put(KLARA, "/convening")
    planned.delete(KLARA, "/notices/2", confirmed=1)
    planned.change(Meeting, 2, rehearsal=True)
    assert planned.put(ANNA, "/opening") == 200
