"""REM-9: evidence of who was here, from where, and by which line."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from meetings.actions.lines import lose_line, regain_line
from meetings.queries.evidence import evidence
from tests.meetings.halls import Hall, Wall, clock
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, Clients


@pytest.fixture
def evening(app: Flask, clients: Clients) -> Iterator[Hall]:
    """Bo goes home, is recognised, loses the line for 42 seconds and is recognised again."""
    wall = Wall()
    with clock.set_to(wall):
        yield _held(Hall(app, clients, OPEN), wall)


def _held(hall: Hall, wall: Wall) -> Hall:
    assert hall.put(BO, "/attendance/mode", mode="hall") == 200
    assert hall.put(BO, "/attendance/mode", mode="remote") == 200
    assert hall.put(ANNA, "/seats/3/identity", how="picture") == 200
    _tell(hall, lose_line)
    wall.later(seconds=42)
    _tell(hall, regain_line)
    assert hall.put(KLARA, "/seats/3/identity", how="known") == 200
    return hall


def _tell(hall: Hall, action: Any) -> None:
    hall.app.extensions["writer"].submit(OPEN, action, BO, by=None)


def read(hall: Hall, person: int, address: str = f"/meetings/{OPEN}/evidence/{BO}") -> str:
    answer = hall.clients.sign_in(person).get(address)
    return answer.text if answer.status_code == 200 else str(answer.status_code)


def test_the_log_alone_tells_the_evening_of_one_person(evening: Hall) -> None:
    with evening.database.reading() as session:
        (found,) = evidence(session, OPEN, BO)
    assert [one.kind for one in found.noted] == evening.kinds()
    assert (found.away, found.checks, found.party) == (42, 2, "V")


def test_the_page_tells_times_methods_and_who_noted_them(evening: Hall) -> None:
    page = read(evening, KLARA)
    for words in (
        "18.00.00",
        "Identiteten bekräftad: bild",
        "Anslutningen tillbaka efter",
        "Identiteten är bekräftad 2 gånger.",
        "Anna Ask",
        "Mötesloggens sigill, post 6:",
    ):
        assert words in page, words


def test_it_is_for_the_chair_and_the_office(evening: Hall) -> None:
    assert "Bo Bok" in read(evening, ANNA)
    assert [read(evening, person) for person in (BO, DAN)] == ["403", "403"]
    assert "Bo Bok" in read(evening, KLARA, f"/meetings/{OPEN}/evidence")
    assert read(evening, KLARA, f"/meetings/{OPEN}/evidence/{DAN}") == "404"
