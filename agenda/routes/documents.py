"""Documents are handed in, named, ordered and taken away here, by the council office."""

from pathlib import PurePath

from flask import Blueprint, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from agenda.actions.documents import (
    LONGEST_TITLE,
    attach_document,
    check_may_attach,
    move_document,
    remove_document,
    rename_document,
    restore_document,
)
from agenda.routes.forms import sent, tidy
from core.access import actor, clerk, database, files, perform, takes_files
from core.errors import BadInput
from core.forms import whole

blueprint = Blueprint(
    "agenda_documents",
    __name__,
    url_prefix="/meetings/<int:meeting_id>/agenda/<int:item_id>/documents",
)


@blueprint.post("")
@takes_files
@clerk
def attach(meeting_id: int, item_id: int) -> Response:
    with database().reading() as session:  # before a large file is read and checked
        check_may_attach(session, meeting_id, item_id, by=actor())
    upload = _upload()
    kept = files().keep(upload.stream)
    told = (_title(upload), kept.sha256, kept.size, kept.pages)
    return perform(attach_document, meeting_id, item_id, *told)


@blueprint.route("/<int:document_id>", methods=["PUT", "POST"])
@clerk
def rename(meeting_id: int, item_id: int, document_id: int) -> Response:
    return perform(rename_document, meeting_id, item_id, document_id, sent().get("title", ""))


@blueprint.route("/<int:document_id>/place", methods=["PUT", "POST"])
@clerk
def move(meeting_id: int, item_id: int, document_id: int) -> Response:
    position = whole(sent(), "position")
    return perform(move_document, meeting_id, item_id, document_id, position)


@blueprint.delete("/<int:document_id>")
@blueprint.post("/<int:document_id>/removal")
@clerk
def remove(meeting_id: int, item_id: int, document_id: int) -> Response:
    return perform(remove_document, meeting_id, item_id, document_id)


@blueprint.delete("/<int:document_id>/removal")
@blueprint.post("/<int:document_id>/restoration")
@clerk
def restore(meeting_id: int, item_id: int, document_id: int) -> Response:
    return perform(restore_document, meeting_id, item_id, document_id)


def _upload() -> FileStorage:
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        raise BadInput("Välj en PDF-fil.", "file")
    return upload


def _title(upload: FileStorage) -> str:
    """As written, or else the name of the file."""
    named = PurePath(tidy(upload.filename or "")).stem
    return sent().get("title", "").strip() or named[:LONGEST_TITLE]
