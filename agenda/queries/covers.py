"""Which documents the public does not read as they are, and what it reads instead (GDPR-1)."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Cover, Document, Item


@dataclass(frozen=True)
class Shown:
    """The file that a reader gets.  `size` in bytes."""

    sha256: str
    size: int
    pages: int
    is_copy: bool = False


def shown(session: Session, document: Document, *, whole: bool) -> Shown | None:
    """`whole`: to somebody who reads it as it is.  None: withheld, and no masked copy yet."""
    cover = None if whole else session.get(Cover, document.id)
    if cover is None:
        return Shown(document.sha256, document.size, document.pages)
    if cover.copy is None:
        return None
    return Shown(cover.copy, cover.size or 0, cover.pages or 0, is_copy=True)


def covers_in(session: Session, meeting_id: int) -> dict[int, Cover]:
    """By document, also of those that have been taken away."""
    mine = (
        select(Cover)
        .join(Document, Document.id == Cover.document_id)
        .join(Item, Item.id == Document.item_id)
        .where(Item.meeting_id == meeting_id)
    )
    return {cover.document_id: cover for cover in session.scalars(mine)}


def papers(session: Session, meeting_id: int) -> list[tuple[Item, Document, Cover | None]]:
    """Every document of the meeting as the agenda has it, with its cover."""
    rows = (
        select(Item, Document, Cover)
        .join(Document, Document.item_id == Item.id)
        .outerjoin(Cover, Cover.document_id == Document.id)
        .where(Item.meeting_id == meeting_id)
        .where(Item.removed_at.is_(None), Document.removed_at.is_(None))
        .order_by(Item.position, Document.position, Document.id)
    )
    return [(item, document, cover) for item, document, cover in session.execute(rows)]
