"""What single members have handed in: requests for a distance, reservations, notes."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from core import swedish
from meetings.models import Meeting
from meetings.queries import distance
from meetings.queries.items import agenda
from meetings.queries.people import Named, named
from meetings.rules.distance import Answer
from voting.models import Statement, StatementKind
from voting.queries.statements import standing_statements
from web.register.business import on_item
from web.register.pieces import PERSONAL, Direction, Piece, text_piece

HANDED_IN = {
    StatementKind.RESERVATION: "Reservation",
    StatementKind.NOTE_FOR_MINUTES: "Protokollsanteckning",
}
ANSWERS = {Answer.GRANTED: "Begäran medgavs", Answer.REFUSED: "Begäran avslogs"}


def requests(session: Session, meeting: Meeting) -> Iterator[Piece]:
    """With the reason, which is the document; the index tells no more than who asked.

    Where the chair granted a distance unasked there is no document.
    """
    for asked in distance.requests_of(session, meeting.id):
        row = asked.request
        if row.reason is None:
            continue
        day, title = swedish.local_day(row.asked_at), f"Begäran om distans, {asked.name}"
        party = f" ({asked.party})" if asked.party else ""
        answer = ""
        if row.answer and row.answered_at:
            on = swedish.local_day(row.answered_at)
            answer = f"{ANSWERS[Answer(row.answer)]} {on}. {row.why or ''}".strip()
        piece = text_piece(Direction.RECEIVED, day, "Begäran om distans", title, row.reason, answer)
        yield replace(piece, sender=asked.name + party, remarks=(PERSONAL,))


def statements(session: Session, meeting: Meeting) -> Iterator[Piece]:
    """Those that stand.  Not taking part is said, not handed in, and is in the minutes."""
    rows = {row.item.id: row for row in agenda(session, meeting.id)}
    for one in standing_statements(session, meeting.id):
        sort = HANDED_IN.get(StatementKind(one.kind))
        if sort and one.item_id in rows:
            who = named(session, meeting.id, one.person_id)
            yield on_item(_statement(one, sort, who), rows[one.item_id])


def _statement(one: Statement, sort: str, who: Named) -> Piece:
    sender = f"{who.name} ({who.party})" if who.party else who.name
    words = one.text or f"{sender} reserverar sig mot beslutet."
    title = f"{sort}, {who.name}"
    day = swedish.local_day(one.at)
    return replace(text_piece(Direction.RECEIVED, day, sort, title, words), sender=sender)
