"""One text as it was frozen: what the chair and the verifiers read, and the file that is kept."""

from flask import Blueprint, abort, render_template, send_file
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core.access import database, files, signed_in
from meetings.models import MinutesVersion
from meetings.policy import may_work_with_minutes
from meetings.queries import approval, state
from web.gateways.minutes import thaw
from web.screens.minutes.approval import card
from web.screens.minutes.draft import sent_docx, sent_pdf
from web.screens.minutes.press import whole

blueprint = Blueprint("minutes_versions", __name__, url_prefix="/meetings/<int:meeting_id>/minutes")


@blueprint.get("/versions/<int:version_id>")
@signed_in
def version(meeting_id: int, version_id: int) -> str:
    with database().reading() as session:
        found = _let_in(session, meeting_id, version_id)
        told = card(session, found, int(current_user.id))
        meeting = state.meeting(session, meeting_id)
    paper = thaw(found.paper)
    return render_template(
        "screens/minutes/version.html", card=told, meeting=meeting, blocks=paper.blocks
    )


@blueprint.get("/versions/<int:version_id>.pdf")
@signed_in
def version_pdf(meeting_id: int, version_id: int) -> Response:
    """The file that is kept, as it is; before it is approved, a print to read and to sign."""
    with database().reading() as session:
        found = _let_in(session, meeting_id, version_id)
        paper = whole(session, found)
    if found.file is None:
        return sent_pdf(paper)
    path = files().path(found.file)
    return send_file(path, "application/pdf", download_name=paper.filename("pdf"))


@blueprint.get("/versions/<int:version_id>.docx")
@signed_in
def version_docx(meeting_id: int, version_id: int) -> Response:
    with database().reading() as session:
        paper = whole(session, _let_in(session, meeting_id, version_id))
    return sent_docx(paper)


def _let_in(session: Session, meeting_id: int, version_id: int) -> MinutesVersion:
    found = approval.version_in(session, meeting_id, version_id)
    if not may_work_with_minutes(session, meeting_id, int(current_user.id)):
        abort(403)
    return found
