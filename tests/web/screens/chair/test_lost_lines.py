"""No gavel falls over a lost line, and the chair reads why on the button itself."""

import pytest
from flask import Flask

from meetings.actions import lines
from tests.web.screens.chair.test_script import Chair, propose
from tests.worlds import BO, OPEN, Clients

WHY = "Bo Bok har tappat anslutningen. Vänta, eller välj under Larm."


@pytest.fixture
def chair(app: Flask, clients: Clients) -> Chair:
    """The chair has found what the council says, and only the gavel is left."""
    chair = Chair(app, clients)
    propose(clients)
    for _ in range(3):
        chair.press()
    assert (chair.name, chair.label) == ("found", "Klubba")
    return chair


def turn(app: Flask, action: object) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        action(session, OPEN, BO, by=None)  # type: ignore[operator]


def test_the_gavel_is_grey_and_says_whose_line_is_lost(app: Flask, chair: Chair) -> None:
    turn(app, lines.lose_line)
    assert chair.lines[-1] == WHY
    assert f'aria-disabled="true" data-why="{WHY}"' in chair.panel


def test_when_the_line_is_back_the_gavel_falls(app: Flask, chair: Chair) -> None:
    turn(app, lines.lose_line)
    turn(app, lines.regain_line)
    assert "aria-disabled" not in chair.panel
    chair.press()
    assert chair.name == "decided"
