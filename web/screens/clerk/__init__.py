"""The clerk's desk during the meeting: roll, substitutes, proposals, notes, minutes (3.10)."""

from web.screens.clerk import correction, evidence, page, register
from web.screens.clerk.panels import PANELS

BLUEPRINTS = [page.blueprint, correction.blueprint, evidence.blueprint, register.blueprint]

__all__ = ["BLUEPRINTS", "PANELS"]
