"""The live wire: from committed news to patched screens.

One function draws (`Drawing.view`); three things use it: the first page, the catch-up after an
absence and the broadcast.  Everything drawn is a function of meeting and onlooker, never of the
viewer; what is shown to one person alone goes as small JSON (`Personal`).
"""

from core.live.asking import onlooker_from
from core.live.lines import Lines
from core.live.live import Live
from core.live.pieces import Follower, Panel, Personal, Track
from core.live.watchers import Watch

__all__ = [
    "Follower",
    "Lines",
    "Live",
    "Panel",
    "Personal",
    "Track",
    "Watch",
    "onlooker_from",
]
