"""What anybody may see of a meeting while it goes on (SCREENS 3.13)."""

from web.screens.public.page import blueprint
from web.screens.public.panels import PANELS

__all__ = ["PANELS", "blueprint"]
