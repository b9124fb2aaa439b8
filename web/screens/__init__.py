"""What is SEEN.  One file per audience; none of them acts."""

from flask import Blueprint

from core.live import Panel
from web.screens import (
    chair,
    check,
    council,
    health,
    home,
    imports,
    join,
    letting_in,
    login,
    minutes,
    panels,
    parties,
    procedure,
    statement,
)

BLUEPRINTS: list[Blueprint] = [
    chair.blueprint,
    check.blueprint,
    council.blueprint,
    health.blueprint,
    home.blueprint,
    imports.blueprint,
    join.blueprint,
    letting_in.blueprint,
    login.blueprint,
    minutes.blueprint,
    panels.blueprint,
    parties.blueprint,
    procedure.blueprint,
    statement.blueprint,
]

PANELS: list[Panel] = [*chair.PANELS]
