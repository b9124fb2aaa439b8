"""Documents are put on an item, named, ordered and taken away.

The file is checked and stored before the act.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from agenda.facts import (
    DocumentAttached,
    DocumentRemoved,
    DocumentRenamed,
    DocumentsOrdered,
)
from agenda.models import Document
from agenda.policy import may_edit_agenda
from agenda.queries.items import item_in
from agenda.queries.listing import documents_of
from agenda.queries.meetings import meeting_now
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, NotAllowed, NotFound, RuleBroken

LONGEST_TITLE = 200


def attach_document(
    session: Session,
    meeting_id: int,
    item_id: int,
    title: str,
    sha256: str,
    size: int,
    pages: int,
    *,
    by: Actor,
) -> int:
    """`size` in bytes."""
    _check(session, meeting_id, by)
    item = item_in(session, meeting_id, item_id)
    name = _name(title)
    if _is_there(session, item_id, sha256):
        raise RuleBroken("Samma handling finns redan på ärendet.")
    document = Document(item_id=item.id, title=name, sha256=sha256, size=size, pages=pages)
    document.position = _next_position(session, item_id)
    document.attached_at, document.attached_by = clock.now(), by.person_id
    session.add(document)
    session.flush()
    log.append(session, _attached(session, document), by=by)
    return document.id


def rename_document(
    session: Session, meeting_id: int, item_id: int, document_id: int, title: str, *, by: Actor
) -> None:
    _check(session, meeting_id, by)
    document = _standing(session, meeting_id, item_id, document_id)
    name, before = _name(title), document.title
    if name == before:
        return
    document.title = name
    log.append(session, DocumentRenamed(document.id, item_id, name, before), by=by)


def move_document(
    session: Session, meeting_id: int, item_id: int, document_id: int, position: int, *, by: Actor
) -> None:
    """To this place from 1; beyond the end is last."""
    _check(session, meeting_id, by)
    document = _standing(session, meeting_id, item_id, document_id)
    documents = documents_of(session, [item_id])[item_id]
    before, places = list(documents), [each.position for each in documents]
    documents.remove(document)
    documents.insert(max(position, 1) - 1, document)
    if documents == before:
        return
    for each, place in zip(documents, places, strict=True):
        each.position = place  # those that are removed keep theirs
    order = tuple(each.id for each in documents)
    log.append(session, DocumentsOrdered(item_id, order), by=by)


def remove_document(
    session: Session, meeting_id: int, item_id: int, document_id: int, *, by: Actor
) -> None:
    _check(session, meeting_id, by)
    document = _document(session, meeting_id, item_id, document_id)
    if document.removed_at is not None:
        return
    document.removed_at = clock.now()
    log.append(session, DocumentRemoved(document.id, item_id, document.title), by=by)


def restore_document(
    session: Session, meeting_id: int, item_id: int, document_id: int, *, by: Actor
) -> None:
    _check(session, meeting_id, by)
    document = _document(session, meeting_id, item_id, document_id)
    if document.removed_at is None:
        return
    if _is_there(session, item_id, document.sha256):
        raise RuleBroken("Samma handling finns redan på ärendet.")
    document.removed_at = None
    session.flush()
    log.append(session, _attached(session, document), by=by)


def check_may_attach(session: Session, meeting_id: int, item_id: int, *, by: Actor) -> None:
    """Asked before a large file is taken in; the act itself asks again."""
    _check(session, meeting_id, by)
    item_in(session, meeting_id, item_id)


def _check(session: Session, meeting_id: int, by: Actor) -> None:
    meeting = meeting_now(session, meeting_id)
    if not may_edit_agenda(session, meeting, by):
        raise NotAllowed("Bara fullmäktiges kansli lägger till och tar bort handlingar.")
    if meeting.closed_at is not None:
        raise RuleBroken("Sammanträdet är avslutat. Handlingarna ligger fast.")


def _document(session: Session, meeting_id: int, item_id: int, document_id: int) -> Document:
    item = item_in(session, meeting_id, item_id)
    document = session.get(Document, document_id)
    if document is None or document.item_id != item.id:
        raise NotFound("Det finns ingen sådan handling på ärendet.")
    return document


def _standing(session: Session, meeting_id: int, item_id: int, document_id: int) -> Document:
    document = _document(session, meeting_id, item_id, document_id)
    if document.removed_at is not None:
        raise NotFound("Handlingen är borttagen. Lägg tillbaka den först.")
    return document


def _name(title: str) -> str:
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise BadInput(
            "Ge handlingen ett namn på högst {most} tecken.", "title", most=LONGEST_TITLE
        )
    return title.strip()


def _is_there(session: Session, item_id: int, sha256: str) -> bool:
    same = select(Document.id).where(
        Document.item_id == item_id, Document.sha256 == sha256, Document.removed_at.is_(None)
    )
    return session.scalar(same.limit(1)) is not None


def _next_position(session: Session, item_id: int) -> int:
    last = select(func.max(Document.position)).where(Document.item_id == item_id)
    return (session.scalar(last) or 0) + 1


def _attached(session: Session, document: Document) -> DocumentAttached:
    now = documents_of(session, [document.item_id])[document.item_id]
    return DocumentAttached(
        document_id=document.id,
        item_id=document.item_id,
        title=document.title,
        sha256=document.sha256,
        pages=document.pages,
        order=tuple(each.id for each in now),
    )
