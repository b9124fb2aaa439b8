"""What the frame of every page tells: the council, its colours, its telephone, and whether this is
a rehearsal."""

from typing import Any

from flask import Flask, request, url_for
from flask_babel import get_locale
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.db import Database
from councils.models import Council
from councils.queries.register import parties_of
from meetings.models import Meeting
from web import colours


def attach(app: Flask, database: Database) -> None:
    in_the_whole_house = app.extensions["klubba"].rehearsal  # a house of its own, for practice

    @app.context_processor
    def told() -> dict[str, Any]:
        with database.reading() as session:
            council, practised = _council(session), _is_practised(session)
            mark = _mark_of_the_colours(session, council)
        return {
            "locale": str(get_locale() or "sv"),
            "council_name": council.name if council else "Klubba",
            "council_id": council.id if council else None,
            "help_phone": council.help_phone if council else None,
            "rehearsal": in_the_whole_house or practised or bool(council and council.rehearsal),
            "party_styles": _address("parties.styles", council, mark),
            "accessibility_url": _address("statement.statement", council),
        }

    def _address(endpoint: str, council: Council | None, mark: str | None = None) -> str | None:
        if council is None or endpoint not in app.view_functions:
            return None
        return url_for(endpoint, council_id=council.id, v=mark)


def _mark_of_the_colours(session: Session, council: Council | None) -> str | None:
    """The office sees at once what it has changed; others may keep the sheet for a minute."""
    if council is None or not (current_user.is_authenticated and current_user.has("clerk")):
        return None
    return colours.mark(colours.sheet(parties_of(session, council.id)))


def _is_practised(session: Session) -> bool:
    """A meeting may be a rehearsal though its council is real."""
    meeting_id = (request.view_args or {}).get("meeting_id")
    meeting = session.get(Meeting, meeting_id) if meeting_id else None
    return meeting is not None and meeting.rehearsal


def _council(session: Session) -> Council | None:
    """The council of the meeting in the address, of the address itself, or of who is signed in."""
    given = request.view_args or {}
    if meeting_id := given.get("meeting_id"):
        held = select(Council).join(Meeting, Meeting.council_id == Council.id)
        return session.scalar(held.where(Meeting.id == meeting_id))
    own = current_user.council_id if current_user and current_user.is_authenticated else None
    wanted = given.get("council_id") or own
    return session.get(Council, wanted) if wanted else None
