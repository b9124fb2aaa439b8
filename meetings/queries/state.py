"""How far a meeting has come, and the rules it is held under."""

import json
from datetime import date
from functools import lru_cache

from sqlalchemy.orm import Session

from core import clock, swedish
from core.errors import NotFound
from councils.rules.procedure import Procedure
from meetings.models import Meeting
from meetings.rules.lifecycle import MeetingState


def meeting(session: Session, meeting_id: int) -> Meeting:
    found = session.get(Meeting, meeting_id)
    if found is None:
        raise NotFound("Det finns inget sådant sammanträde.")
    return found


def state(meeting: Meeting) -> MeetingState:
    """Told by the times in the row."""
    if meeting.closed_at:
        return MeetingState.CLOSED
    if meeting.adjourned_at:
        return MeetingState.ADJOURNED
    if meeting.opened_at:
        return MeetingState.OPEN
    return MeetingState.CONVENED if meeting.convened_at else MeetingState.PLANNED


def procedure(meeting: Meeting) -> Procedure:
    """The rules of procedure that this meeting began with."""
    return _procedure(json.dumps(meeting.procedure, sort_keys=True))


def day(meeting: Meeting) -> date:
    """The day it was convened to: chooses the law that applies (KL 5:16)."""
    return date.fromisoformat(meeting.date)


def today() -> date:
    """The calendar day in Sweden just now, as KL 5:20 counts."""
    return swedish.local_day(clock.now())


@lru_cache(maxsize=64)
def _procedure(settings: str) -> Procedure:
    return Procedure.from_settings(json.loads(settings))
