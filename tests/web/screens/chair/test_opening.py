"""OPEN-2, REM-8: what the chair is reminded of before opening.  `PANELS` holds the list."""

from flask import Flask

from core.actor import Audience, Onlooker
from tests.worlds import KLARA, OPEN, PLANNED, Clients

REMINDERS = (
    "Salen är öppen för åhörare. Sändningen ersätter inte deras plats (5 kap. 42 §).",
    "Presidiet är i salen (5 kap. 16 §).",
    "De på distans ser hela salen, inte bara den som talar.",
)


def alarms(app: Flask, meeting: int) -> str:
    return str(app.extensions["live"].view(meeting, Onlooker(Audience.CHAIR))["panels"]["alarms"])


def test_before_opening_the_chair_is_reminded_of_the_hall(app: Flask, clients: Clients) -> None:
    clients.act(KLARA, "PUT", f"/meetings/{PLANNED}/convening")
    assert [words in alarms(app, PLANNED) for words in REMINDERS] == [True] * 3
    assert [words in alarms(app, OPEN) for words in REMINDERS] == [False] * 3


def test_the_public_page_tells_that_the_hall_is_open(app: Flask) -> None:
    page = app.test_client().get(f"/meetings/{OPEN}/live").text
    assert "Åhörare är välkomna i salen. Sändningen ersätter inte platsen där." in page
