"""Those who count: the teller's own page, and who they are for the chair to write in."""

from flask import Blueprint

from web.screens.tellers import choosing, page

BLUEPRINTS: list[Blueprint] = [page.blueprint, choosing.blueprint]
