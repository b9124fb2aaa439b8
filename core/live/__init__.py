"""The live wire: from committed news to patched screens.

One function draws (`Live.view`); three things use it: the first page, the catch-up after an absence
and the broadcast.  Everything drawn is a function of meeting and onlooker, never of the viewer.
"""

from core.live.live import Live
from core.live.pieces import Follower, Panel, Personal, Track
from core.live.watchers import Watch

__all__ = ["Follower", "Live", "Panel", "Personal", "Track", "Watch"]
