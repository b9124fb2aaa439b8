"""What is SEEN.  One file per audience; none of them acts."""

from flask import Blueprint

from core.live import Panel, Personal
from web.screens import (
    agenda_editor,
    archive,
    chair,
    check,
    clerk,
    council,
    counting,
    hall,
    health,
    home,
    imports,
    join,
    letting_in,
    login,
    matters,
    member,
    minutes,
    panels,
    parties,
    prepare,
    procedure,
    public,
    reader,
    results,
    statement,
    summons,
    support,
)

BLUEPRINTS: list[Blueprint] = [
    agenda_editor.blueprint,
    *archive.BLUEPRINTS,
    chair.blueprint,
    check.blueprint,
    *clerk.BLUEPRINTS,
    council.blueprint,
    counting.blueprint,
    hall.blueprint,
    health.blueprint,
    home.blueprint,
    imports.blueprint,
    join.blueprint,
    letting_in.blueprint,
    login.blueprint,
    matters.blueprint,
    member.blueprint,
    minutes.blueprint,
    panels.blueprint,
    parties.blueprint,
    prepare.blueprint,
    procedure.blueprint,
    public.blueprint,
    reader.blueprint,
    results.blueprint,
    statement.blueprint,
    summons.blueprint,
    support.blueprint,
]

PANELS: list[Panel] = [
    *chair.PANELS,
    *clerk.PANELS,
    *hall.PANELS,
    *member.PANELS,
    *public.PANELS,
    *support.PANELS,
]
PERSONALS: list[Personal] = [*member.PERSONALS]
