"""The clerk's desk during the meeting: roll, substitutes, proposals, notes, minutes (3.10)."""

from web.screens.clerk.page import blueprint
from web.screens.clerk.panels import PANELS

__all__ = ["PANELS", "blueprint"]
