"""A digital election on the wall, and the way into the booth on the members' screens.

PROTOCOL 18.4: numbers and words, never who and never how many from where (SB-2, SB-6).
"""

from typing import Any

from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from core.live import Panel
from meetings.queries import items, state
from voting.queries.elections.boards import archive_of, trackers
from voting.rules.elections.states import ElectionState
from web.screens import follow
from web.screens.elections.standing import UrnNow, urn_now

FOLLOWS = follow.STEPS | follow.URN | follow.ROLL
GOING_ON = (
    ElectionState.PREPARED,
    ElectionState.FROZEN,
    ElectionState.OPEN,
    ElectionState.CLOSED,
)
Shown = dict[str, Any]


def _wall(session: Session, meeting_id: int, _onlooker: Onlooker) -> Shown:
    now, current = _going_on(session, meeting_id), items.current(session, meeting_id)
    shown = {"urn": now, "item": current.item if current else None, "trackers": list[str]()}
    if now is not None and now.state is ElectionState.CLOSED:
        shown["trackers"] = trackers(archive_of(session, now.election.id))
    return shown


def _booth(session: Session, meeting_id: int, _onlooker: Onlooker) -> Shown:
    return {"urn": _going_on(session, meeting_id), "base": f"/meetings/{meeting_id}"}


def _going_on(session: Session, meeting_id: int) -> UrnNow | None:
    """Of the item that is being handled."""
    current = items.current(session, meeting_id)
    if current is None or not current.kind.is_secret:
        return None
    now = urn_now(session, state.meeting(session, meeting_id), current.item.id)
    return now if now is not None and now.state in GOING_ON else None


PANELS = [
    Panel("urn", "screens/elections/_wall.html", FOLLOWS, _wall, frozenset({Audience.HALL})),
    Panel(
        "booth",
        "screens/elections/_booth.html",
        FOLLOWS - follow.URN,
        _booth,
        frozenset({Audience.MEMBER}),
    ),
]
