from flask import Blueprint

from councils.routes import access, checks

BLUEPRINTS: list[Blueprint] = [access.blueprint, checks.blueprint]
