"""The support desk: one's own group, or for the council office everybody (SCREENS 3.16)."""

from web.screens.support.page import blueprint
from web.screens.support.panels import PANELS

__all__ = ["PANELS", "blueprint"]
