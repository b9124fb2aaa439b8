"""What is SEEN.  One file per audience; none of them acts."""

from flask import Blueprint

from core.live import Panel
from web.screens import chair, check, health, home, join, letting_in, login, minutes, panels

BLUEPRINTS: list[Blueprint] = [
    chair.blueprint,
    check.blueprint,
    health.blueprint,
    home.blueprint,
    join.blueprint,
    letting_in.blueprint,
    login.blueprint,
    minutes.blueprint,
    panels.blueprint,
]

PANELS: list[Panel] = [*chair.PANELS]
