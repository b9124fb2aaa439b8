from flask import Blueprint

from councils.routes import access, checks, councils, imports, parties, people, procedures

BLUEPRINTS: list[Blueprint] = [
    access.blueprint,
    checks.blueprint,
    councils.blueprint,
    imports.blueprint,
    parties.blueprint,
    people.blueprint,
    procedures.blueprint,
]
