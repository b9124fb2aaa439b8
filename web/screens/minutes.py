"""The minutes: as a page, as PDF and DOCX, and the record they rest on."""

from collections.abc import Callable

from flask import Blueprint, abort, current_app, jsonify, render_template, send_file
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_login import current_user
from markupsafe import Markup
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core import log
from core.access import database, signed_in
from core.actor import Actor
from core.workers import Workers
from meetings.models import Meeting
from meetings.policy import may_clerk, may_read_draft
from meetings.queries.minutes import Line, Minutes, Part, draft
from web.gateways.minutes import Paper, docx, pdf, read_blocks
from web.gateways.minutes.record import record

blueprint = Blueprint("minutes", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/minutes")
@signed_in
def minutes(meeting_id: int) -> str:
    with database().reading() as session:
        _let_in(session, meeting_id)
        writes = may_clerk(session, meeting_id, Actor(current_user.id))
        told = draft(session, meeting_id)
    article = _article(told, _editor if writes else _plain)
    return render_template(
        "screens/minutes.html", minutes=told, meeting_id=meeting_id, article=article, writes=writes
    )


@blueprint.get("/minutes.pdf")
@signed_in
def minutes_pdf(meeting_id: int) -> Response:
    paper = _paper(meeting_id)
    made = _workers().run(pdf.make, paper)
    return send_file(made.file(), "application/pdf", download_name=paper.filename("pdf"))


@blueprint.get("/minutes.docx")
@signed_in
def minutes_docx(meeting_id: int) -> Response:
    paper = _paper(meeting_id)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    made = _workers().run(docx.make, paper)
    return send_file(made.file(), kind, download_name=paper.filename("docx"))


@blueprint.get("/record.json")
@signed_in
def meeting_record(meeting_id: int) -> Response:
    with database().reading() as session:
        _let_in(session, meeting_id)
        return jsonify(record(meeting_id, log.read(session, meeting_id)))


def _let_in(session: Session, meeting_id: int) -> None:
    if session.get(Meeting, meeting_id) is None:
        abort(404)
    if not may_read_draft(session, meeting_id, current_user.id):
        abort(403)


def _paper(meeting_id: int) -> Paper:
    with database().reading() as session:
        _let_in(session, meeting_id)
        told = draft(session, meeting_id)
        entries = record(meeting_id, log.read(session, meeting_id))
    date = told.opened["date"] if told.opened else ""
    with force_locale("sv"):  # the record is in Swedish, whoever fetches it
        blocks = read_blocks(_article(told, _plain))
        return Paper(_("Protokoll"), date, tuple(blocks), entries)


def _article(minutes: Minutes, text_at: Callable[[Minutes, str], Markup]) -> Markup:
    return Markup(  # noqa: S704 - our own template, which escapes what it is given
        render_template(
            "minutes/document.html",
            minutes=minutes,
            told=_told,
            text_at=lambda place: text_at(minutes, place),
            parts=_headings(),
        )
    )


def _told(line: Line) -> Markup:
    words = render_template(f"minutes/{line.kind}.html", fact=line.fact, at=line.at)
    return Markup(words)  # noqa: S704 - our own template, which escapes what it is given


def _plain(minutes: Minutes, place: str) -> Markup:
    text = minutes.texts.get(place, ("", 0))[0]
    paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in paragraphs)


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


def _headings() -> list[tuple[Part, str]]:
    return [
        (Part.DECISION, _("Beslut")),
        (Part.PROPOSALS, _("Yrkanden")),
        (Part.COURSE, _("Beslutsgång")),
        (Part.STATEMENTS, _("Reservationer och anteckningar")),
        (Part.SPEAKERS, _("Yttranden")),
        (Part.ATTENDANCE, _("Närvaro i ärendet")),
    ]


def _workers() -> Workers:
    found: Workers = current_app.extensions["workers"]
    return found
