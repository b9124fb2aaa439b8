"""The member's screen: one page that follows the chair (SCREENS 3.3–3.8, 3.11)."""

from web.screens.member.own import PERSONALS
from web.screens.member.page import blueprint
from web.screens.member.panels import PANELS

__all__ = ["PANELS", "PERSONALS", "blueprint"]
