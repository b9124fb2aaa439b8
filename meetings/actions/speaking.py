"""How a speech ends, whoever ends it."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from meetings.facts import FloorEnded
from meetings.models import Speech
from meetings.queries.people import named

_RUNNING = select(Speech).where(
    Speech.meeting_id == bindparam("meeting"), Speech.ended_at.is_(None)
)


def running(session: Session, meeting_id: int) -> Speech | None:
    """The speech that is going on."""
    return session.scalar(_RUNNING, {"meeting": meeting_id})


def end_running(
    session: Session, meeting_id: int, person_id: int | None = None, *, by: Actor | None
) -> None:
    """End the speech that is going on; with `person_id` only if it is that person's."""
    speech = running(session, meeting_id)
    if speech is not None and person_id in (None, speech.person_id):
        end(session, speech, by=by)


def end(session: Session, speech: Speech, *, by: Actor | None) -> None:
    speech.ended_at = clock.now()
    seconds = round(clock.seconds_between(speech.started_at, speech.ended_at))
    name = named(session, speech.meeting_id, speech.person_id).name
    log.append(session, FloorEnded(speech.id, speech.person_id, name, seconds), by=by)
