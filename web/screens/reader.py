"""Documents, read in the page (SCREENS 3.3: Handlingen) or as the files they are."""

from typing import Any

from flask import Blueprint, abort, render_template, request, send_file
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from agenda.models import Document, Item
from agenda.policy import may_read, may_read_whole, may_see_agenda
from agenda.queries.covers import Shown, shown
from agenda.queries.items import document_in
from agenda.queries.listing import documents_of
from agenda.queries.meetings import MeetingNow, meeting_now, progress_of
from core.access import database, files, live, public
from core.actor import Audience, Onlooker
from core.errors import NotAllowed, NotFound
from core.workers import WorkerDied
from meetings.policy import may_watch
from web.language import current

blueprint = Blueprint(
    "reader", __name__, url_prefix="/meetings/<int:meeting_id>/documents/<int:document_id>"
)
ALONE = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'"


@blueprint.get("")
@public
def reader(meeting_id: int, document_id: int) -> str:
    with database().reading() as session:
        meeting, document, item = _readable(session, meeting_id, document_id)
        told: dict[str, Any] = {"meeting": meeting, "document": document, "item": item}
        told["shown"] = _shown(session, meeting, document)
        if told["shown"] is None:
            return render_template("screens/reader_withheld.html", **told)
        told["siblings"] = documents_of(session, [item.id])[item.id]
        follows = _may_follow(session, meeting)
        is_open = progress_of(session, meeting_id, item.id).is_open
    told["is_open"] = is_open and follows  # then the panel lists the documents
    if follows:
        told["seen"] = live().seen(meeting_id, Onlooker(Audience.MEMBER, language=current()))
    return render_template("screens/reader.html", **told)


@blueprint.get("/file")
@public
def file(meeting_id: int, document_id: int) -> Response:
    """`?download` saves it instead of showing it."""
    document, found = _document(meeting_id, document_id)
    path = files().path(found.sha256)
    if not path.exists():
        raise NotFound("Filen saknas. Kontakta fullmäktiges kansli.")
    answer = send_file(
        path,
        "application/pdf",
        as_attachment="download" in request.args,
        download_name=f"{document.title}.pdf",
        conditional=True,
        etag=found.sha256,
    )
    answer.headers["Content-Security-Policy"] = ALONE
    return _asked_again(answer)


@blueprint.get("/preview.png")
@public
def preview(meeting_id: int, document_id: int) -> Response:
    _, found = _document(meeting_id, document_id)
    try:
        path = files().preview(found.sha256)
    except (OSError, WorkerDied):
        abort(404)
    return _asked_again(send_file(path, "image/png", conditional=True, etag=f"{found.sha256}.png"))


def _document(meeting_id: int, document_id: int) -> tuple[Document, Shown]:
    with database().reading() as session:
        meeting, document, _item = _readable(session, meeting_id, document_id)
        found = _shown(session, meeting, document)
    if found is None:
        raise NotAllowed("Handlingen innehåller personuppgifter. Fråga efter den hos kansliet.")
    return document, found


def _shown(session: Session, meeting: MeetingNow, document: Document) -> Shown | None:
    whole = may_read_whole(session, meeting, _person())
    return shown(session, document, whole=whole)


def _readable(
    session: Session, meeting_id: int, document_id: int
) -> tuple[MeetingNow, Document, Item]:
    """What is not announced is not there; what is behind closed doors asks who you are."""
    meeting = meeting_now(session, meeting_id)
    person = _person()
    if not may_see_agenda(session, meeting, person):
        raise NotFound("Det finns ingen sådan handling.")
    document, item = document_in(session, meeting_id, document_id)
    if not may_read(session, meeting, item, person):
        raise NotAllowed("Handlingen hör till ett ärende bakom stängda dörrar.")
    return meeting, document, item


def _may_follow(session: Session, meeting: MeetingNow) -> bool:
    """The chair's page, while the meeting goes on and for those who sit in it."""
    goes_on = meeting.opened_at is not None and meeting.closed_at is None
    member = Onlooker(Audience.MEMBER)
    return goes_on and may_watch(session, meeting.id, member, _person())


def _person() -> int | None:
    return int(current_user.id) if current_user.is_authenticated else None


def _asked_again(answer: Response) -> Response:
    """A copy may be kept, but whether it may still be read is asked every time."""
    told: dict[str, Any] = {"Cache-Control": "private, no-cache", "Vary": "Cookie"}
    answer.headers.update(told)
    return answer
