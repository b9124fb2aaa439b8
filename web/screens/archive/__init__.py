"""What has been: a council's meetings, and one meeting's own page (SCREENS 3.15)."""

from web.screens.archive.meeting import blueprint as meeting
from web.screens.archive.page import blueprint as archive

BLUEPRINTS = [archive, meeting]

__all__ = ["BLUEPRINTS"]
