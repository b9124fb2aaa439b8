"""The agenda as the council office writes it (SCREENS 3.17)."""

from typing import Any

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy.orm import Session

from agenda.live import AGENDA
from agenda.policy import may_edit_agenda
from agenda.queries.accountable import accountable_in
from agenda.queries.items import any_item_in, removed
from agenda.queries.listing import last_written, removed_documents, rows
from agenda.queries.meetings import MeetingNow, meeting_now
from agenda.queries.people import proposers
from agenda.queries.proposals import proposals_on
from agenda.routes.forms import sent
from agenda.rules.audit import AuditMatter
from agenda.rules.pasted import read_rows
from core import log
from core.access import clerk, database, files, takes_files
from core.actor import Actor
from core.errors import NotFound
from voting.queries.matters import waiting
from web.screens import special
from web.screens.convening import web_words
from web.screens.deadlines import deadline
from web.screens.matters import fate_words
from web.words import moment

blueprint = Blueprint("agenda_editor", __name__, url_prefix="/meetings/<int:meeting_id>/agenda")


@blueprint.get("")
@clerk
def editor(meeting_id: int) -> str:
    with database().reading() as session:
        meeting = _let_in(session, meeting_id)
        told = _agenda(session, meeting) | {"removed": removed(session, meeting_id)}
        told |= {"waiting": waiting(session, meeting.council_id), "fates": fate_words()}
        told |= _just_done(session, meeting, told["rows"])
    return render_template("screens/agenda_editor.html", **told)


@blueprint.get("/<int:item_id>")
@clerk
def item(meeting_id: int, item_id: int) -> str:
    with database().reading() as session:
        meeting = _let_in(session, meeting_id)
        told = _agenda(session, meeting)
        told |= _item(session, meeting, told["rows"], item_id)
    return render_template("screens/agenda_item.html", limit=files().limit, **told)


@blueprint.get("/rows")
@clerk
def pasted_rows(meeting_id: int) -> str:
    with database().reading() as session:
        meeting = _let_in(session, meeting_id)
    return render_template("screens/agenda_rows.html", meeting=meeting, columns=_columns(), text="")


@blueprint.post("/rows/preview")
@takes_files
@clerk
def preview(meeting_id: int) -> str:
    """How the pasted rows are understood.  Nothing is added."""
    with database().reading() as session:
        meeting = _let_in(session, meeting_id)
    text = sent().get("rows", "")
    told = {"columns": _columns(), "text": text, "pasted": read_rows(text)}
    return render_template("screens/agenda_rows.html", meeting=meeting, **told)


def _columns() -> dict[str, str]:
    return {
        "number": _("nr"),
        "title": _("ärende"),
        "kind": _("typ"),
        "proposer": _("förslagsställare"),
        "case_number": _("diarienummer"),
        "minutes_planned": _("minuter"),
        "draft": _("förslag till beslut"),
        "prepared_by": _("beredning"),
    }


def audit_words() -> dict[str, str]:
    """What an item can be marked as."""
    return {
        AuditMatter.DISCHARGE.value: _("Ansvarsfrihet"),
        AuditMatter.AUDITOR_ELECTION.value: _("Val av revisorer"),
    }


def _let_in(session: Session, meeting_id: int) -> MeetingNow:
    meeting = meeting_now(session, meeting_id)
    if not may_edit_agenda(session, meeting, Actor(current_user.id)):
        abort(403)
    return meeting


def _agenda(session: Session, meeting: MeetingNow) -> dict[str, Any]:
    written = last_written(session, meeting.id, AGENDA)
    return {
        "meeting": meeting,
        "rows": rows(session, meeting),
        "is_open": meeting.closed_at is None,
        "deadline": deadline(session, meeting),
        "saved": moment(written) if written else None,
        "seq": log.seq(session, meeting.id),
    }


def _just_done(session: Session, meeting: MeetingNow, listed: list[Any]) -> dict[str, Any]:
    """Without script the page itself says what the last press did."""
    gone = request.args.get("removed", type=int)
    moved = request.args.get("moved", type=int)
    found = any_item_in(session, meeting.id, gone) if gone else None
    return {
        "gone": found if found and found.removed_at else None,
        "moved": next((row for row in listed if row.item.id == moved), None),
        "way": request.args.get("way", ""),
    }


def _item(session: Session, meeting: MeetingNow, listed: list[Any], item_id: int) -> dict[str, Any]:
    row = next((row for row in listed if row.item.id == item_id), None)
    if row is None:
        raise NotFound("Det finns inget sådant ärende på föredragningslistan.")
    place = row.place - 1
    return {
        "row": row,
        "before": listed[place - 1] if place else None,
        "after": listed[place + 1] if place + 1 < len(listed) else None,
        "removed_documents": removed_documents(session, item_id),
        "proposals": proposals_on(session, item_id),
        "people": proposers(session, meeting),
        "accountable": accountable_in(session, item_id),
        "matters": audit_words(),
        "web_choices": list(web_words().items()),
        "special_choices": special.choices(),
        "special_notes": special.notes(session, row.item),
        "forgotten": special.forgotten(row.item),
    }
