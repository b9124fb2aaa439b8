"""The clerk's own words, laid into the fold."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import log
from meetings.models import MinutesText
from meetings.queries.minutes.fold import fold
from meetings.queries.minutes.parts import Minutes


def draft(session: Session, meeting_id: int) -> Minutes:
    """The minutes as far as the meeting has come, in two statements whatever its length."""
    minutes = fold(meeting_id, log.read(session, meeting_id))
    written = select(MinutesText).where(MinutesText.meeting_id == meeting_id)
    minutes.texts = {row.place: (row.text, row.version) for row in session.scalars(written)}
    for section in minutes.sections:
        section.text, section.version = minutes.texts.get(section.place, ("", 0))
    return minutes


def text_at(session: Session, meeting_id: int, place: str) -> MinutesText | None:
    return session.get(MinutesText, (meeting_id, place))
