"""What the office has made before the meeting: notices, the summons, and who was summoned."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import swedish
from councils.models import Council
from meetings.models import Meeting, Notice, NoticeKind
from meetings.models.summons import How
from meetings.queries import summoning
from meetings.queries.board import wording
from meetings.queries.items import agenda
from web.register.pieces import Direction, Piece, text_piece

SORTS = {NoticeKind.MEETING: "Kungörelse", NoticeKind.APPROVAL: "Tillkännagivande av justering"}
WAYS = {
    How.EMAIL: "e-post",
    How.PHONE: "sms",
    How.HANDED: "överlämnad",
    How.POST: "brev",
    How.OTHER: "på annat sätt",
}


def notices(session: Session, meeting: Meeting) -> Iterator[Piece]:
    """Each as it was posted."""
    posted = select(Notice).where(Notice.meeting_id == meeting.id).order_by(Notice.id)
    for one in session.scalars(posted):
        items = "\n".join(f"{item['number'] or '–'}  {item['title']}" for item in one.items)
        up = f"Anslagen {one.posted_on}" + (f" på {one.elsewhere}" if one.elsewhere else "") + "."
        down = f"Borttagen {swedish.local_day(one.removed_at)}." if one.removed_at else ""
        day, sort = date.fromisoformat(one.posted_on), SORTS[NoticeKind(one.kind)]
        yield text_piece(Direction.CREATED, day, sort, one.title, one.text, items, up, down)


def summons(session: Session, meeting: Meeting) -> Iterator[Piece]:
    """The summons with the agenda as it now stands, and to whom it has gone.  No addresses."""
    if meeting.convened_at is None:
        return
    council = session.get_one(Council, meeting.council_id)
    on, day = swedish.local_day(meeting.convened_at), date.fromisoformat(meeting.date)
    rows = agenda(session, meeting.id)
    items = "\n".join(f"{row.item.number or '–'}  {row.item.title}" for row in rows)
    told = wording.text_of(council.name, meeting, day)
    title = f"Kallelse: {meeting.title} {swedish.long_date(day)}"
    yield text_piece(Direction.CREATED, on, "Kallelse", title, told, items)
    called = [one for one in summoning.called(session, meeting).recipients if one.sent]
    if called:
        lines = "\n".join(map(_called, called))
        title = f"Kallade till {meeting.title} {swedish.long_date(day)}"
        yield text_piece(Direction.CREATED, on, "Lista över kallade", title, lines)


def _called(one: summoning.Recipient) -> str:
    party = f" ({one.party})" if one.party else ""
    role = ", ersättare" if one.is_substitute else ""
    first = one.first
    day = first.day.isoformat() if first and first.day else "väntar på att skickas"
    how = WAYS[How(first.how)] if first else ""
    return f"{one.person.name}{party}{role}: {day}, {how}"
