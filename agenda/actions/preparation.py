"""A member prepares alone.  Nothing here is told to the log: it is nobody else's business.

These acts belong to no meeting's log and queue up behind the register (`log.REGISTER`).
"""

from sqlalchemy.orm import Session

from agenda.models import PrivateNote, Reading
from agenda.policy import may_prepare
from agenda.queries.items import item_in
from agenda.queries.meetings import meeting_now
from core import clock
from core.actor import Actor
from core.errors import BadInput, NotAllowed

LONGEST_NOTE = 8000


def mark_read(
    session: Session, _register: int, meeting_id: int, item_id: int, *, by: Actor
) -> None:
    _check(session, meeting_id, item_id, by)
    if session.get(Reading, (by.person_id, item_id)) is None:
        session.add(Reading(person_id=by.person_id, item_id=item_id, at=clock.now()))
        session.flush()


def unmark(session: Session, _register: int, meeting_id: int, item_id: int, *, by: Actor) -> None:
    _check(session, meeting_id, item_id, by)
    if (mark := session.get(Reading, (by.person_id, item_id))) is not None:
        session.delete(mark)
        session.flush()


def write_note(
    session: Session, _register: int, meeting_id: int, item_id: int, text: str, *, by: Actor
) -> None:
    """An empty note is no note."""
    _check(session, meeting_id, item_id, by)
    if len(text) > LONGEST_NOTE:
        raise BadInput(
            "Anteckningen är för lång. Skriv högst {most} tecken.", "text", most=LONGEST_NOTE
        )
    if text.strip():
        note = PrivateNote(person_id=by.person_id, item_id=item_id, text=text, at=clock.now())
        session.merge(note)
    elif (before := session.get(PrivateNote, (by.person_id, item_id))) is not None:
        session.delete(before)
    session.flush()


def _check(session: Session, meeting_id: int, item_id: int, by: Actor) -> None:
    meeting = meeting_now(session, meeting_id)
    item_in(session, meeting_id, item_id)
    if by.helping is not None or not may_prepare(session, meeting, by.person_id):
        raise NotAllowed("Förberedelsen är till för fullmäktiges egna, var och en för sig.")
