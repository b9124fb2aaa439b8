"""The minutes: the draft, the text that is approved, and what the public reads."""

from web.screens.minutes import approval, draft, masking, published, versions
from web.screens.minutes.keeper import Keeper
from web.screens.minutes.panels import PANELS
from web.screens.minutes.press import Press

BLUEPRINTS = [
    draft.blueprint,
    approval.blueprint,
    versions.blueprint,
    masking.blueprint,
    published.blueprint,
]

__all__ = ["BLUEPRINTS", "PANELS", "Keeper", "Press"]
