"""Those who count: the teller's own page, who they are, and how far their key has come."""

from flask import Blueprint

from web.screens.tellers import choosing, page
from web.screens.tellers.panels import PANELS, PERSONALS

BLUEPRINTS: list[Blueprint] = [page.blueprint, choosing.blueprint]

__all__ = ["BLUEPRINTS", "PANELS", "PERSONALS"]
