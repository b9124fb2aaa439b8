"""The draft: as a page, as PDF and DOCX, and the record it rests on."""

from dataclasses import replace

from flask import (
    Blueprint,
    abort,
    current_app,
    jsonify,
    redirect,
    render_template,
    send_file,
    url_for,
)
from flask_login import current_user
from markupsafe import Markup
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core import log
from core.access import database, signed_in
from core.actor import Actor, Audience, Onlooker
from core.workers import Workers
from meetings.models import Meeting
from meetings.policy import may_clerk, may_read_draft, may_watch, may_work_with_minutes
from meetings.queries import approval, masks, state
from meetings.queries.minutes import Minutes, draft
from web.gateways.minutes import Paper, docx, pdf
from web.gateways.minutes.record import record
from web.screens.minutes import telling

blueprint = Blueprint("minutes", __name__, url_prefix="/meetings/<int:meeting_id>")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@blueprint.get("/minutes")
@signed_in
def minutes(meeting_id: int) -> str | Response:
    with database().reading() as session:
        if _reads_what_is_published(session, meeting_id):
            return redirect(url_for("published_minutes.published", meeting_id=meeting_id))
        let_in(session, meeting_id)
        writes = may_clerk(session, meeting_id, Actor(current_user.id))
        told = draft(session, meeting_id)
        approved = approval.approved(session, meeting_id, None)
        waiting = approval.any_waiting(session, meeting_id)
    edits = writes and approved is None
    return render_template(
        "screens/minutes/draft.html",
        minutes=told,
        meeting_id=meeting_id,
        article=telling.article(told, _editor if edits else telling.plain),
        writes=writes,
        approved=approved,
        waiting=waiting,
    )


@blueprint.get("/minutes.pdf")
@signed_in
def minutes_pdf(meeting_id: int) -> Response:
    return sent_pdf(_paper(meeting_id))


@blueprint.get("/minutes.docx")
@signed_in
def minutes_docx(meeting_id: int) -> Response:
    return sent_docx(_paper(meeting_id))


@blueprint.get("/record.json")
@signed_in
def meeting_record(meeting_id: int) -> Response:
    with database().reading() as session:
        let_in(session, meeting_id)
        return jsonify(record(meeting_id, log.read(session, meeting_id)))


def _reads_what_is_published(session: Session, meeting_id: int) -> bool:
    """A member who does not work with them, once something in them is hidden."""
    person = int(current_user.id)
    own = may_watch(session, meeting_id, Onlooker(Audience.MEMBER), person)
    hides = own and masks.hides_anything(session, meeting_id)
    return hides and not may_work_with_minutes(session, meeting_id, person)


def let_in(session: Session, meeting_id: int) -> None:
    if session.get(Meeting, meeting_id) is None:
        abort(404)
    if not may_read_draft(session, meeting_id, current_user.id):
        abort(403)


def sent_pdf(paper: Paper) -> Response:
    made = workers().run(pdf.make, paper)
    return send_file(made.file(), "application/pdf", download_name=paper.filename("pdf"))


def sent_docx(paper: Paper) -> Response:
    made = workers().run(docx.make, paper)
    return send_file(made.file(), WORD, download_name=paper.filename("docx"))


def workers() -> Workers:
    found: Workers = current_app.extensions["workers"]
    return found


def _paper(meeting_id: int) -> Paper:
    with database().reading() as session:
        let_in(session, meeting_id)
        told = draft(session, meeting_id)
        entries = record(meeting_id, log.read(session, meeting_id))
        verifiers = approval.verifiers(session, meeting_id)
        needed = state.procedure(state.meeting(session, meeting_id)).minutes_verifiers
    paper = telling.paper(told)
    lines = telling.lines_to_sign(verifiers, needed) if told.opened else []
    return replace(paper, blocks=(*paper.blocks, *lines), record=entries)


def _editor(minutes: Minutes, place: str) -> Markup:
    text, version = minutes.texts.get(place, ("", 0))
    form = render_template(
        "minutes/editor.html",
        meeting_id=minutes.meeting_id,
        place=place,
        text=text,
        version=version,
    )
    return Markup(form)  # noqa: S704 - our own template, which escapes what it is given
