"""From the notice to legal force, as the pages say it.  BOARD-2, APPEAL-1, APPEAL-2, EXEC-1."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from meetings.models import BoardCheck, Notice
from tests.meetings.evenings import POOL, Evening
from tests.worlds import KLARA, PLANNED

HERE = f"/meetings/{PLANNED}"
ANSWERS = {seat: "yes" if seat % 3 else "no" for seat in range(2, 22)}
EXECUTED = "Ett beslut får verkställas före laga kraft"


@pytest.fixture
def posted(evening: Evening) -> Evening:
    """Approved in the meeting, on Monday 14 December, and announced on Wednesday."""
    evening.begin()
    evening.choose()
    evening.decide(POOL, "att bygga simhallen.", ANSWERS)
    evening.end()
    version = evening.approve()
    assert evening.put(KLARA, f"/minutes/versions/{version}/publication") == 200
    evening.wall.later(days=2)
    evening.post(KLARA, f"/minutes/versions/{version}/notices", minutes_at="Kansliet")
    return evening


def look_every_hour(evening: Evening, days: float, *, gap: range = range(0)) -> None:
    """As the lookout does; in the hours of the gap the notice is not found."""
    begins = evening.wall.moment
    with evening.database.writing() as session, session.begin():
        posted = session.scalars(select(Notice.id).where(Notice.kind == "approval")).one()
        for hour in range(1, int(days * 24) + 1):
            at = (begins + timedelta(hours=hour)).isoformat(timespec="milliseconds")
            session.add(BoardCheck(notice_id=posted, at=at, was_up=hour not in gap, why=None))
    evening.wall.moment = begins + timedelta(days=days)


def says(evening: Evening, path: str) -> str:
    answer = evening.app.test_client().get(path)
    assert answer.status_code == 200
    return " ".join(str(answer.text).split())


PAGES = [HERE, f"{HERE}/minutes/published", f"{HERE}/votes/1"]


def test_the_last_day_is_moved_past_epiphany(posted: Evening) -> None:
    """Posted Wednesday 2026-12-16; 6 January is a holiday."""
    page = says(posted, f"{HERE}/minutes/published")
    assert "Anslaget 16 december 2026. Sista dag att överklaga är 7 januari 2027." in page
    assert "Anslaget får tas ned 8 januari 2027." in page
    assert EXECUTED in page
    for path in (HERE, f"{HERE}/votes/1"):
        assert "Kan överklagas till och med 7 januari 2027" in says(posted, path)


def test_when_the_time_has_run_out_each_page_says_legal_force(posted: Evening) -> None:
    look_every_hour(posted, 22.5)
    assert datetime.fromisoformat(posted.wall.moment.isoformat()).date().isoformat() == "2027-01-08"
    assert ["8 januari 2027" in says(posted, path) for path in PAGES] == [True] * 3
    assert ["Laga kraft" in says(posted, path) for path in PAGES] == [True] * 3


def test_after_a_gap_the_time_has_not_run_out(posted: Evening) -> None:
    look_every_hour(posted, 22.5, gap=range(100, 103))
    assert ["löpt ut" in says(posted, path) for path in PAGES] == [True] * 3
    assert ["Laga kraft" in says(posted, path) for path in (HERE, PAGES[2])] == [False] * 2


def test_announced_no_later_than_the_second_day(evening: Evening) -> None:
    evening.hold()
    evening.approve()
    page = f"{HERE}/minutes/approval"
    evening.wall.later(days=2)
    office = evening.clients.sign_in(KLARA)
    assert "skulle ha tillkännagivits" not in office.get(page).text
    evening.wall.later(days=1)
    assert "skulle ha tillkännagivits senast 16 december 2026" in office.get(page).text


def test_a_late_notice_is_said_afterwards_too(evening: Evening) -> None:
    evening.hold()
    version = evening.approve()
    evening.wall.later(days=3)
    evening.post(KLARA, f"/minutes/versions/{version}/notices", minutes_at="Kansliet")
    page = evening.clients.sign_in(KLARA).get(f"{HERE}/minutes/approval").text
    said = "Justeringen tillkännagavs 17 december 2026, efter sista dagen 16 december 2026"
    assert said in page


def test_in_time_nothing_is_said_of_it(posted: Evening) -> None:
    page = posted.clients.sign_in(KLARA).get(f"{HERE}/minutes/approval").text
    assert "Justeringen tillkännagavs" not in page


def test_late_approval_is_said(evening: Evening) -> None:
    evening.hold()
    evening.wall.later(days=15)
    page = evening.clients.sign_in(KLARA).get(f"{HERE}/minutes/approval").text
    assert "Protokollet skulle ha justerats senast 28 december 2026 (5 kap. 69 §)." in page
    evening.approve()
    page = evening.clients.sign_in(KLARA).get(f"{HERE}/minutes/approval").text
    assert "Protokollet justerades 29 december 2026, efter sista dagen 28 december 2026." in page
