"""What the public does not read of the documents: withheld, masked, shown again (GDPR-1)."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from agenda.actions.covers import (
    check_may_cover,
    mask_document,
    uncover_document,
    withhold_document,
)
from core.access import actor, clerk, database, files, perform, takes_files
from core.errors import BadInput

blueprint = Blueprint(
    "document_covers",
    __name__,
    url_prefix="/meetings/<int:meeting_id>/documents/<int:document_id>/cover",
)


@blueprint.post("")
@clerk
def withhold(meeting_id: int, document_id: int) -> Response:
    return perform(withhold_document, meeting_id, document_id)


@blueprint.post("/copy")
@takes_files
@clerk
def mask(meeting_id: int, document_id: int) -> Response:
    with database().reading() as session:  # before a large file is read and checked
        check_may_cover(session, meeting_id, document_id, by=actor())
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        raise BadInput("Välj en PDF-fil.", "file")
    kept = files().keep(upload.stream)
    return perform(mask_document, meeting_id, document_id, kept.sha256, kept.size, kept.pages)


@blueprint.delete("")
@blueprint.post("/removal")
@clerk
def uncover(meeting_id: int, document_id: int) -> Response:
    return perform(uncover_document, meeting_id, document_id)
