"""Elections on paper: the page of those who lead, the tellers' page, the slips, the protocol."""

from flask import Blueprint

from core.live import Panel, Personal
from web.screens.paper import counting, page, panels, protocol, slips

BLUEPRINTS: list[Blueprint] = [
    page.blueprint,
    counting.blueprint,
    counting.way_in,
    slips.blueprint,
    protocol.blueprint,
]
PANELS: list[Panel] = panels.PANELS
PERSONALS: list[Personal] = panels.PERSONALS
