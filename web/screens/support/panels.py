"""Who is in, who is stuck, what each has open.  Of other groups nothing is sent but names."""

from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Document
from core.actor import Audience, Onlooker
from core.live import Panel
from meetings.queries import desk, items
from meetings.queries.desk import DeskRow
from meetings.queries.pairings import pairs
from meetings.queries.roll import roll
from meetings.queries.seats import is_hidden_from
from web.screens import follow

SUPPORT = frozenset({Audience.SUPPORT})
STATES = ("lost", "out", "ok", "never")


def _members(session: Session, meeting_id: int, onlooker: Onlooker) -> dict[str, Any]:
    rows = desk.members(session, meeting_id, onlooker.group)
    if is_hidden_from(session, meeting_id, onlooker):
        rows = [replace(row, document_id=None, document=None, offers=()) for row in rows]
    told = [(row, state_of(row)) for row in rows]
    return {
        "rows": told,
        "working": sum(state == "ok" for _row, state in told),
        "stuck": sum(state == "lost" or bool(row.calls) for row, state in told),
        "documents": _documents(session, meeting_id, onlooker),
        "group": onlooker.group,
    }


def _calls(session: Session, meeting_id: int, onlooker: Onlooker) -> dict[str, Any]:
    return {
        "calls": desk.open_calls(session, meeting_id, onlooker.group),
        "documents": _documents(session, meeting_id, onlooker),
    }


def _pairings(session: Session, meeting_id: int, onlooker: Onlooker) -> dict[str, Any]:
    """Between the own group and another (KVITT-1)."""
    seated = [row for row in roll(session, meeting_id) if row.member_id is not None]
    people = [(row.member_id, f"{row.member} ({row.party})", row.party) for row in seated]
    group = onlooker.group
    return {
        "pairs": pairs(session, meeting_id, group),
        "own": [(who, name) for who, name, party in people if group in (None, party)],
        "others": [(who, name) for who, name, party in people if group is None or party != group],
    }


def _now(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    return {"current": items.current(session, meeting_id)}


def state_of(row: DeskRow) -> str:
    """ok, lost, out (signed in once, not here now) or never."""
    if row.line == "lost":
        return "lost"
    if row.line == "ok":
        return "ok"
    return "out" if row.is_signed_in else "never"


def _documents(session: Session, meeting_id: int, onlooker: Onlooker) -> list[Document]:
    """Those of the item that is open."""
    current = items.current(session, meeting_id)
    if current is None or is_hidden_from(session, meeting_id, onlooker):
        return []
    found = select(Document).where(
        Document.item_id == current.item.id, Document.removed_at.is_(None)
    )
    return list(session.scalars(found.order_by(Document.position)))


FOLLOWED = follow.ROLL | follow.LINES | follow.HELP | follow.ITEM | follow.DESK
PAIRED = frozenset({"desk.pairing"}) | follow.MEETING
PANELS = [
    Panel("now", "screens/support/_now.html", follow.STEPS, _now, SUPPORT),
    Panel("members", "screens/support/_members.html", FOLLOWED, _members, SUPPORT),
    Panel("pairings", "screens/support/_pairings.html", PAIRED, _pairings, SUPPORT),
    Panel("calls", "screens/support/_calls.html", follow.HELP | follow.ITEM, _calls, SUPPORT),
]
