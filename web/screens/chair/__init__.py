"""The chair's screen: one script, one next step, and everybody in view (SCREENS 3.9)."""

from web.screens.chair.page import blueprint
from web.screens.chair.panels import PANELS

__all__ = ["PANELS", "blueprint"]
