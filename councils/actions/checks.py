"""The device check before the meeting."""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import NotFound
from councils.models import DeviceCheck, Person
from councils.queries.doors import door

FAULTS = ("camera", "microphone", "sound", "vote", "line")


def try_vote(session: Session, meeting_id: int, *, by: Actor) -> None:
    """Goes the whole way that a vote goes, to be timed; changes nothing, tells nobody."""
    _own(session, meeting_id, by)


def record_check(
    session: Session, meeting_id: int, faults: list[str], vote_ms: int | None, *, by: Actor
) -> None:
    """So that the support desk sees who may need help before the meeting begins."""
    _own(session, meeting_id, by)
    known = [fault for fault in FAULTS if fault in faults]
    check = session.get(DeviceCheck, (meeting_id, by.person_id))
    if check is None:
        check = DeviceCheck(meeting_id=meeting_id, person_id=by.person_id)
        session.add(check)
    check.at, check.faults, check.vote_ms = clock.now(), known, vote_ms
    log.pulse(session, "desk.check")


def _own(session: Session, meeting_id: int, by: Actor) -> None:
    found = door(session, meeting_id)
    if found is None or session.get_one(Person, by.person_id).council_id != found.council_id:
        raise NotFound("Det finns inget sådant sammanträde.")
