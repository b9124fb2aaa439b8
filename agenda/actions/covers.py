"""A document with personal data is kept from the public, and shown in a masked copy (GDPR-1).

Also after the meeting: what is found late must go at once.  The original stays in the record.
"""

from sqlalchemy.orm import Session

from agenda.facts import DocumentMasked, DocumentUncovered, DocumentWithheld
from agenda.models import Cover, Document
from agenda.policy import may_edit_agenda
from agenda.queries.items import document_in
from agenda.queries.meetings import meeting_now
from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, NotAllowed, RuleBroken


def withhold_document(session: Session, meeting_id: int, document_id: int, *, by: Actor) -> None:
    document = _document(session, meeting_id, document_id, by)
    if session.get(Cover, document.id) is not None:
        raise MovedOn("Handlingen visas redan inte för allmänheten.")
    session.add(_signed(Cover(document_id=document.id), by))
    log.append(session, DocumentWithheld(*_named(document)), by=by)


def mask_document(
    session: Session,
    meeting_id: int,
    document_id: int,
    sha256: str,
    size: int,
    pages: int,
    *,
    by: Actor,
) -> None:
    """The public reads this copy instead; a better one replaces it.  `size` in bytes."""
    document = _document(session, meeting_id, document_id, by)
    cover = session.get(Cover, document.id)
    if sha256 == document.sha256:
        raise RuleBroken("Det är originalet. Välj den maskerade kopian.")
    if cover is not None and cover.copy == sha256:
        raise MovedOn("Den maskerade kopian finns redan.")
    if cover is None:
        cover = Cover(document_id=document.id)
        session.add(cover)
    cover.copy, cover.size, cover.pages = sha256, size, pages
    _signed(cover, by)
    log.append(session, DocumentMasked(*_named(document), sha256, pages), by=by)


def uncover_document(session: Session, meeting_id: int, document_id: int, *, by: Actor) -> None:
    """There was nothing personal in it after all."""
    document = _document(session, meeting_id, document_id, by)
    cover = session.get(Cover, document.id)
    if cover is None:
        raise MovedOn("Handlingen visas redan som den är.")
    session.delete(cover)
    log.append(session, DocumentUncovered(*_named(document)), by=by)


def cover_alike(
    session: Session, meeting_id: int, before: int, document_id: int, *, by: Actor
) -> None:
    """What the public did not read of a document it does not read when it comes up again."""
    cover = session.get(Cover, before)
    if cover is None:
        return
    if cover.copy is None:
        withhold_document(session, meeting_id, document_id, by=by)
    else:
        told = (cover.copy, cover.size or 0, cover.pages or 0)
        mask_document(session, meeting_id, document_id, *told, by=by)


def check_may_cover(session: Session, meeting_id: int, document_id: int, *, by: Actor) -> None:
    """Asked before a large file is taken in; the act itself asks again."""
    _document(session, meeting_id, document_id, by)


def _document(session: Session, meeting_id: int, document_id: int, by: Actor) -> Document:
    if not may_edit_agenda(session, meeting_now(session, meeting_id), by):
        raise NotAllowed("Det gör fullmäktiges kansli.")
    return document_in(session, meeting_id, document_id)[0]


def _signed(cover: Cover, by: Actor) -> Cover:
    cover.at, cover.by = clock.now(), by.person_id
    return cover


def _named(document: Document) -> tuple[int, int, str]:
    return document.id, document.item_id, document.title
