"""Every hour somebody asks the public page for the notice, and writes down the answer."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import delete

from councils.models import Council
from meetings.models import BoardCheck, Notice
from meetings.models.board import MISSING, NO_ANSWER
from tests.meetings.halls import Hall, Wall, clock
from tests.worlds import KLARA, PLANNED, Clients
from web.lookout import Lookout


class Morning:
    def __init__(self, app: Flask, clients: Clients, wall: Wall) -> None:
        self.app, self.wall = app, wall
        self.hall = Hall(app, clients, PLANNED)
        self.notice = 0
        self.lookout: Lookout = app.extensions["lookout"]

    def look(self, *, hours: float = 1) -> None:
        self.wall.later(hours=hours)
        self.lookout.look()

    def record(self) -> list[tuple[str, bool, str | None]]:
        with self.hall.database.reading() as session:
            rows = session.query(BoardCheck).order_by(BoardCheck.at)
            return [(row.at[11:16], row.was_up, row.why) for row in rows]

    def page(self) -> str:
        answer = self.hall.clients.sign_in(KLARA).get("/councils/1/board/record")
        return str(answer.get_data(as_text=True))


@pytest.fixture
def morning(app: Flask, clients: Clients) -> Iterator[Morning]:
    wall = Wall("2026-12-01T09:00:00+00:00")
    with clock.set_to(wall):
        here = Morning(app, clients, wall)
        with here.hall.database.writing() as session, session.begin():
            session.execute(delete(Notice))
        here.notice = here.hall.post(KLARA, "/notices")
        yield here


def test_what_is_up_is_seen_every_hour(morning: Morning) -> None:
    morning.look()
    morning.look()
    assert morning.record() == [("10:00", True, None), ("11:00", True, None)]
    assert "Uppe utan avbrott" in morning.page()


def test_a_page_that_does_not_answer_is_a_gap(morning: Morning, app: Flask) -> None:
    working = app.view_functions["board.everything"]
    app.view_functions["board.everything"] = lambda council_id: ("Stängt", 503)
    morning.look()
    app.view_functions["board.everything"] = working
    assert morning.record() == [("10:00", False, NO_ANSWER)]
    assert "Anslå den igen." in morning.page()


def test_a_page_without_the_notice_is_a_gap(morning: Morning, app: Flask) -> None:
    app.view_functions["board.everything"] = lambda council_id: "Anslagstavla"
    morning.look()
    assert morning.record() == [("10:00", False, MISSING)]


def test_hours_that_nobody_looked_in_are_found_at_the_next_look(morning: Morning) -> None:
    morning.look()
    morning.look(hours=5)
    assert "ingen kontroll gjordes" in morning.page()


def test_posted_again_the_alarm_is_over(morning: Morning) -> None:
    morning.look(hours=5)
    morning.hall.post(KLARA, f"/notices/{morning.notice}/renewal")
    morning.look()
    assert "Anslå den igen." not in morning.page()


def test_a_notice_that_has_been_taken_down_is_not_looked_for(morning: Morning) -> None:
    morning.hall.delete(KLARA, f"/notices/{morning.notice}", confirmed="1")
    morning.look()
    assert morning.record() == []


def test_the_board_of_a_rehearsal_is_no_board(morning: Morning) -> None:
    with morning.hall.database.writing() as session, session.begin():
        session.get_one(Notice, morning.notice).council_id = 2
        session.flush()
        session.get_one(Council, 2).rehearsal = True
    morning.look()
    assert morning.record() == []
