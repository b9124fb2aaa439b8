"""Elections on ballots as those see them who vote in them, and anybody who wants to check them."""

from web.screens.elections import booth, checking, files, planning
from web.screens.elections.panels import PANELS

__all__ = ["BLUEPRINTS", "PANELS"]

BLUEPRINTS = [booth.blueprint, checking.blueprint, files.blueprint, planning.blueprint]
