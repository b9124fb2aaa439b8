"""The page where a member asks for a place at a distance, and who reads the reasons."""

from collections.abc import Iterator

import pytest
from flask import Flask

from councils.models import ProcedureInForce
from tests.meetings.halls import Hall, Wall, clock
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, PLANNED, REMOTE, Clients

PAGE = f"/meetings/{PLANNED}/remote"
REASON = "Arbetar på annan ort."


@pytest.fixture
def hall(app: Flask, clients: Clients) -> Iterator[Hall]:
    wall = Wall("2026-12-10T12:00:00+00:00")
    with clock.set_to(wall):
        hall = Hall(app, clients, PLANNED)
        hall.change(ProcedureInForce, 1, settings=REMOTE | {"remote_needs_request": True})
        assert hall.put(KLARA, "/convening") == 200
        yield hall


def read(hall: Hall, person: int, address: str = PAGE) -> str:
    answer = hall.clients.sign_in(person).get(address)
    return answer.text if answer.status_code == 200 else str(answer.status_code)


def ask(hall: Hall) -> None:
    assert hall.put(BO, f"/remote-requests/{BO}", reason=REASON) == 200


def test_a_member_reads_the_last_day_and_asks(hall: Hall) -> None:
    assert "Begär det senast 11 december 2026." in read(hall, BO)
    ask(hall)
    page = read(hall, BO)
    assert ("Väntar på svar" in page, REASON in page) == (True, True)


def test_the_reason_is_read_by_the_member_the_chair_and_the_office_only(hall: Hall) -> None:
    ask(hall)
    seen = [REASON in read(hall, person) for person in (BO, ANNA, KLARA, BEA, 7)]
    assert seen == [True, True, True, False, False]
    assert read(hall, DAN) == "404"
    panels = hall.clients.sign_in(ANNA).get(f"/meetings/{PLANNED}/chair").text
    assert REASON not in panels
    assert "Bo Bok (V) väntar på svar om distans" in panels


def test_the_answer_is_seen_on_the_page_and_in_the_summons(hall: Hall) -> None:
    ask(hall)
    answer = {"answer": "refused", "why": "Salen är nära."}
    assert hall.put(ANNA, f"/remote-requests/{BO}/answer", **answer) == 200
    assert "Salen är nära." in read(hall, BO)
    summons = f"/meetings/{PLANNED}/summons"
    assert "Du har fått nej till distans" in read(hall, BO, summons)
    assert hall.put(ANNA, f"/remote-requests/{BO}/answer", answer="granted") == 200
    assert "Du får delta på distans" in read(hall, BO, summons)
    assert "Du får delta på distans" not in read(hall, 7, summons)
    assert "Begär det senast 11 december 2026 hos fullmäktiges kansli." in read(hall, 7, summons)


def test_the_first_page_leads_there(hall: Hall) -> None:
    assert f'href="{PAGE}"' in read(hall, BO, "/")
