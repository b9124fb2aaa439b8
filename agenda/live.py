"""What follows the facts of this room on the screens."""

from core.live import Panel, Personal, Track

PANELS: list[Panel] = []
TRACKS: list[Track] = []
PERSONALS: list[Personal] = []
