"""What is SEEN.  One file per audience; none of them acts."""

from flask import Blueprint

from core.live import Panel, Personal
from web.screens import (
    agenda_editor,
    chair,
    check,
    council,
    hall,
    health,
    home,
    imports,
    join,
    letting_in,
    login,
    member,
    minutes,
    panels,
    parties,
    prepare,
    procedure,
    public,
    reader,
    statement,
    summons,
)

BLUEPRINTS: list[Blueprint] = [
    agenda_editor.blueprint,
    chair.blueprint,
    check.blueprint,
    council.blueprint,
    hall.blueprint,
    health.blueprint,
    home.blueprint,
    imports.blueprint,
    join.blueprint,
    letting_in.blueprint,
    login.blueprint,
    member.blueprint,
    minutes.blueprint,
    panels.blueprint,
    parties.blueprint,
    prepare.blueprint,
    procedure.blueprint,
    public.blueprint,
    reader.blueprint,
    statement.blueprint,
    summons.blueprint,
]

PANELS: list[Panel] = [*chair.PANELS, *hall.PANELS, *member.PANELS, *public.PANELS]
PERSONALS: list[Personal] = [*member.PERSONALS]
