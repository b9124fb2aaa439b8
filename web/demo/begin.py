"""What a rehearsal adds to the house before it opens, and what it prints."""

from collections.abc import Callable

import gevent
from flask import Flask

from core.access import require_access_everywhere
from web.demo.exercises import Mood
from web.demo.page import PARTS, blueprint
from web.demo.rehearsal import Rehearsal

WELCOME = """
  Klubba övar: Lindmarka kommunfullmäktige, 61 ledamöter.

  Börja här                 {address}/rehearsal
"""
ENDING = """  Salens skärm              {address}/meetings/{meeting}/hall
  Allmänheten               {address}/meetings/{meeting}/live

  En roll per webbläsare: öppna privata fönster för fler. Ingen leder? Då leder mötet sig självt.
  Avsluta med Ctrl-C.
"""


def beginning(address: str, mood: str) -> Callable[[Flask], None]:
    def begin(app: Flask) -> None:
        app.extensions["rehearsal"] = rehearsal = Rehearsal(app)
        app.extensions["lines"].expect_nobody()
        app.register_blueprint(blueprint)
        require_access_everywhere(app)
        gevent.spawn(_open, rehearsal, address, Mood(mood))

    return begin


def _open(rehearsal: Rehearsal, address: str, mood: Mood) -> None:
    rehearsal.prepare()
    meeting = rehearsal.begin(mood)
    gevent.spawn(rehearsal.run_forever)
    print(welcome(address, meeting), flush=True)


def welcome(address: str, meeting: int) -> str:
    lines = ((f"{name!s:<26}", part) for part, name in PARTS.items())
    parts = "".join(f"  {name}{address}/rehearsal/as/{part}\n" for name, part in lines)
    return WELCOME.format(address=address) + parts + ENDING.format(address=address, meeting=meeting)
