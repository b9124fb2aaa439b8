"""The chair asks all present about what was not announced or not prepared (KL 5:33, 5:52)."""

import re

import pytest
from flask import Flask

from agenda.models import Item
from core.actor import Audience, Onlooker
from meetings.models import Handling, Notice, Seat
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, KLARA, OPEN, PLANNED, Clients

BUS = 4
RULE = "Det får avgöras i dag bara om det är brådskande och alla närvarande är överens."


@pytest.fixture
def hall(app: Flask, clients: Clients) -> Hall:
    """The motion comes next, and nobody has announced it."""
    here = Hall(app, clients, OPEN)
    with here.database.writing() as session, session.begin():
        notice = session.get_one(Notice, OPEN)
        notice.items = [row for row in notice.items if row["item_id"] != BUS]
        session.get_one(Handling, 1).step = "decision"
        for item in (1, 2):
            done = Handling(meeting_id=OPEN, item_id=item, paragraph=item, step="decision")
            done.opened_at = done.closed_at = "2026-12-14T17:00:00.000+00:00"
            session.add(done)
    here.put(ANNA, "/items/3/closing")
    return here


def script(hall: Hall) -> tuple[str, list[str], list[str]]:
    """The name of the script, what is read aloud, and the buttons."""
    wire = hall.app.extensions["live"]
    html = wire.view(OPEN, Onlooker(Audience.CHAIR))["panels"]["script"]
    name = re.search(r'data-name="(\w+)"', html)
    lines = re.findall(r"<p>([^<]*)</p>", html)
    return (name[1] if name else ""), lines, re.findall(r"</svg><span>([^<]*)</span>", html)


def test_the_words_stand_there_before_the_item_is_taken_up(hall: Hall) -> None:
    name, lines, buttons = script(hall)
    assert name == "assent"
    assert lines[:3] == [
        "Nästa ärende är Motion om fria bussar.",
        f"Ärendet har inte kungjorts. {RULE}",
        "Är alla överens?",
    ]
    assert buttons == ["Alla är överens", "Någon är emot: ärendet väntar"]


def test_both_faults_are_told_in_one_question(hall: Hall) -> None:
    hall.change(Item, BUS, prepared_by=None)
    assert script(hall)[1][1] == f"Ärendet har varken kungjorts eller beretts. {RULE}"


def test_when_all_agree_the_item_is_next(hall: Hall) -> None:
    hall.put(ANNA, f"/items/{BUS}/assent", agreed=1)
    assert script(hall)[0] == "next_item"


def test_when_somebody_is_against_the_next_item_is_another(hall: Hall) -> None:
    hall.put(ANNA, f"/items/{BUS}/assent", agreed=0)
    name, lines, _ = script(hall)
    assert (name, lines[0]) == (
        "next_item",
        "Vi går till nästa ärende: Interpellation om skolmaten.",
    )


def test_when_somebody_comes_the_question_is_put_again(hall: Hall) -> None:
    hall.change(Seat, (OPEN, 3), serving_id=None)
    hall.put(ANNA, f"/items/{BUS}/assent", agreed=1)
    hall.put(ANNA, f"/items/{BUS}/opening")
    hall.change(Seat, (OPEN, 3), serving_id=BO)
    name, lines, _ = script(hall)
    assert (name, lines[0]) == ("assent", "Fler har kommit sedan alla tillfrågades.")
    hall.put(ANNA, f"/items/{BUS}/assent", agreed=0)
    assert script(hall)[0] == "waits"
    assert hall.put(ANNA, f"/items/{BUS}/closing", confirmed=1) == 200


def test_what_was_not_announced_in_time_has_no_button_to_open(app: Flask, clients: Clients) -> None:
    planned = Hall(app, clients, PLANNED)
    planned.put(KLARA, "/convening")
    planned.change(Notice, PLANNED, posted_on="2026-12-13")
    wire = app.extensions["live"]
    html = wire.view(PLANNED, Onlooker(Audience.CHAIR))["panels"]["script"]
    assert "Kungörelsen kom för sent. Sammanträdet måste flyttas." in html
    assert "/opening" not in html
