"""What those who lead and keep the record must be told of the board without looking (APPEAL-2)."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from core.live import Panel
from councils.models import Council
from meetings.facts import NoticePosted, NoticeRemoved
from meetings.queries import board, state
from meetings.queries.board import Standing
from web.screens import follow

DESKS = frozenset({Audience.CHAIR, Audience.CLERK})
NOTICES = frozenset({NoticePosted.kind, NoticeRemoved.kind})


def broken(session: Session, councils: Iterable[Council]) -> list[Standing]:
    """Notices that have not been up all of the time, and are to be posted again."""
    found = []
    for council in councils:
        if not council.rehearsal:
            up = [board.standing_of(session, each) for each in board.standing(session, council.id)]
            found += [each for each in up if each.is_broken]
    return found


def _board(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    meeting = state.meeting(session, meeting_id)
    return {"broken": broken(session, [session.get_one(Council, meeting.council_id)])}


PANELS = [Panel("board", "screens/board/_alarm.html", follow.MEETING | NOTICES, _board, DESKS)]
