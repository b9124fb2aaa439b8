"""What follows the facts of this room on the screens."""

from typing import Any

from sqlalchemy.orm import Session

from agenda import facts
from agenda.queries.listing import Row, rows
from agenda.queries.meetings import MeetingNow, meeting_now
from agenda.queries.proposals import own_proposals
from core.actor import Audience, Onlooker
from core.live import Panel, Personal, Track

AGENDA = frozenset(
    {
        facts.ItemAdded.kind,
        facts.ItemsAdded.kind,
        facts.ItemChanged.kind,
        facts.AgendaOrdered.kind,
        facts.ItemRemoved.kind,
        facts.AccountableListed.kind,
        facts.DocumentAttached.kind,
        facts.DocumentRenamed.kind,
        facts.DocumentsOrdered.kind,
        facts.DocumentRemoved.kind,
    }
)
PROPOSALS = frozenset({facts.ProposalMade.kind, facts.ProposalWithdrawn.kind})
# Told by the room after this one, which this room does not know: by name.
HANDLING = frozenset({"item.opened", "item.closed"})
MEETING = frozenset({"meeting.convened", "meeting.opened", "meeting.closed"})
SHOWN = frozenset({"document.shown"})

READERS = frozenset({Audience.MEMBER, Audience.CLERK})  # the public page draws its own


def _agenda(session: Session, meeting_id: int, onlooker: Onlooker) -> dict[str, Any]:
    meeting = meeting_now(session, meeting_id)
    return {"meeting": meeting, "rows": _seen(session, meeting, onlooker)}


def _document(session: Session, meeting_id: int, onlooker: Onlooker) -> dict[str, Any]:
    """The documents of the open item, and the one that the chair shows with its page."""
    meeting = meeting_now(session, meeting_id)
    seen = _seen(session, meeting, onlooker)
    row = next((row for row in seen if row.progress.is_open), None)
    documents = row.documents if row else ()
    shown = next((one for one in documents if row and one.id == row.progress.document_id), None)
    return {"row": row, "documents": documents, "shown": shown}


def _seen(session: Session, meeting: MeetingNow, onlooker: Onlooker) -> list[Row]:
    """Until the summons the agenda is a draft of the office."""
    if meeting.convened_at is None and onlooker.audience is not Audience.CLERK:
        return []
    return rows(session, meeting)


PANELS: list[Panel] = [
    Panel("agenda", "agenda/_agenda.html", AGENDA | HANDLING | MEETING, _agenda, READERS),
    Panel(
        "document", "agenda/_document.html", AGENDA | HANDLING | MEETING | SHOWN, _document, READERS
    ),
]
TRACKS: list[Track] = []
PERSONALS: list[Personal] = [Personal("proposals", PROPOSALS, own_proposals)]
