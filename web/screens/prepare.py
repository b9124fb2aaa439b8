"""A member's own preparation: what is read, and notes that nobody else ever sees (SCREENS 3.3)."""

from typing import Any

from flask import Blueprint, abort, render_template
from flask_login import current_user
from sqlalchemy.orm import Session

from agenda.policy import may_be_in_the_room, may_prepare, may_propose
from agenda.queries.listing import Row, rows
from agenda.queries.meetings import MeetingNow, meeting_now
from agenda.queries.preparation import note_of, noted_by, read_by
from agenda.queries.proposals import proposals_on
from core.access import database, signed_in
from core.errors import NotFound
from web.screens.special import notes
from web.words import moment

blueprint = Blueprint("prepare", __name__, url_prefix="/meetings/<int:meeting_id>/prepare")


@blueprint.get("")
@signed_in
def overview(meeting_id: int) -> str:
    with database().reading() as session:
        told = _prepared(session, meeting_id)
    return render_template("screens/prepare.html", **told)


@blueprint.get("/<int:item_id>")
@signed_in
def item(meeting_id: int, item_id: int) -> str:
    with database().reading() as session:
        told = _prepared(session, meeting_id)
        told |= _item(session, told["meeting"], told["rows"], item_id)
    return render_template("screens/prepare_item.html", **told)


def _prepared(session: Session, meeting_id: int) -> dict[str, Any]:
    person = int(current_user.id)
    meeting = meeting_now(session, meeting_id)
    if not may_prepare(session, meeting, person):
        abort(403)
    return {
        "meeting": meeting,
        "rows": rows(session, meeting),
        "read": read_by(session, meeting_id, person),
        "noted": noted_by(session, meeting_id, person),
        "enters": may_be_in_the_room(session, meeting, person),
    }


def _item(session: Session, meeting: MeetingNow, listed: list[Row], item_id: int) -> dict[str, Any]:
    person = int(current_user.id)
    place = next((place for place, row in enumerate(listed) if row.item.id == item_id), None)
    if place is None:
        raise NotFound("Det finns inget sådant ärende på föredragningslistan.")
    row, note = listed[place], note_of(session, item_id, person)
    enters = not row.item.closed_doors or may_be_in_the_room(session, meeting, person)
    return {
        "row": row,
        "before": listed[place - 1] if place else None,
        "after": listed[place + 1] if place + 1 < len(listed) else None,
        "note": note,
        "noted_at": moment(note.at) if note else None,
        "proposals": proposals_on(session, item_id) if enters else [],
        "special_notes": notes(session, row.item),
        "proposes": _may_propose(session, meeting, row, person),
    }


def _may_propose(session: Session, meeting: MeetingNow, row: Row, person: int) -> bool:
    if meeting.convened_at is None or meeting.closed_at or row.progress.is_past_debate:
        return False
    return may_propose(session, meeting, person, item_is_open=row.progress.is_open)
