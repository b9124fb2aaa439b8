"""Salens skärm: item, speaker and result, to be read at fifteen metres (SCREENS 3.12)."""

from web.screens.hall.page import blueprint
from web.screens.hall.panels import PANELS

__all__ = ["PANELS", "blueprint"]
