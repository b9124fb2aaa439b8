"""What each proposal on the chair's list is called."""

import re

from flask import Flask

from core.actor import Audience
from tests.meetings.halls import Wall
from tests.web.screens.square import Square
from tests.worlds import BO, Clients


def test_a_no_that_the_board_proposes_is_not_called_bifall(app: Flask, clients: Clients) -> None:
    square = Square(app, clients, Wall())
    square.propose("adopt", "Motionen avslås")
    square.propose("adopt", "Motionen bifalls", person=BO)
    told = square.view(Audience.CHAIR)["panels"]["proposals"]
    assert re.findall(r"Förslag till beslut|Bifall|Motionen \w+", told)[:4] == [
        "Förslag till beslut",
        "Motionen avslås",
        "Bifall",
        "Motionen bifalls",
    ]
