"""What has come in to the items: what members and residents raise, and the documents on each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Cover, Document, Item, ItemKind
from agenda.queries.covers import covers_in
from core import swedish
from meetings.models import Meeting
from meetings.queries.items import AgendaRow, agenda
from web.register.pieces import PERSONAL, Direction, Piece, text_piece

RAISED = {
    ItemKind.PRIVATE_MEMBERS_MOTION: "Motion",
    ItemKind.INTERPELLATION: "Interpellation",
    ItemKind.QUESTION: "Fråga",
    ItemKind.CITIZENS_PROPOSAL: "Medborgarförslag",
}
PathOf = Callable[[str], Path]


@dataclass(frozen=True)
class Origin:
    """Where a matter first stood: the day it came in, and in which earlier meeting, if any."""

    day: date
    earlier: str | None


def business(session: Session, meeting: Meeting, path: PathOf) -> Iterator[Piece]:
    covers = covers_in(session, meeting.id)
    for row in agenda(session, meeting.id):
        if ItemKind(row.item.kind) in RAISED:
            yield raised(session, meeting, row)
        for document in _documents(session, row.item):
            cover = covers.get(document.id)
            yield _document(row, document, path, is_personal=cover is not None)
            if cover is not None and cover.copy is not None:
                yield _copy(row, document, cover, path)


def raised(session: Session, meeting: Meeting, row: AgendaRow) -> Piece:
    """As the office wrote it in; the signed paper is among the documents, if there is one."""
    item, origin = row.item, _origin(session, meeting, row.item)
    sort = RAISED[ItemKind(item.kind)]
    by = f"Väckt av {item.proposer}." if item.proposer else ""
    piece = text_piece(Direction.RECEIVED, origin.day, sort, item.title, by, item.draft or "")
    told = f"Väckt till sammanträdet {origin.earlier}; registrerad då." if origin.earlier else ""
    return replace(on_item(piece, row), sender=item.proposer or "", remarks=(told,) if told else ())


def on_item(piece: Piece, row: AgendaRow) -> Piece:
    """Where it belongs; what is behind closed doors is marked."""
    item = row.item
    return replace(
        piece,
        item=item.number,
        paragraph=row.paragraph,
        case_number=item.case_number or "",
        behind_doors=item.closed_doors,
    )


def _document(row: AgendaRow, document: Document, path: PathOf, *, is_personal: bool) -> Piece:
    day = swedish.local_day(document.attached_at)
    gone = document.removed_at
    left = f"Borttagen från ärendet {swedish.local_day(gone)}." if gone else ""
    remarks = tuple(filter(None, (left, PERSONAL if is_personal else "")))
    piece = Piece(
        Direction.RECEIVED,
        day,
        "Handling",
        document.title,
        path(document.sha256),
        "pdf",
        sha256=document.sha256,
        sender=row.item.proposer or row.item.prepared_by or "",
        remarks=remarks,
    )
    return on_item(piece, row)


def _copy(row: AgendaRow, document: Document, cover: Cover, path: PathOf) -> Piece:
    """Made by the office, for the public."""
    digest = cover.copy or ""
    piece = Piece(
        Direction.CREATED,
        swedish.local_day(cover.at),
        "Maskerad kopia",
        document.title,
        path(digest),
        "pdf",
        sha256=digest,
    )
    return on_item(piece, row)


def _documents(session: Session, item: Item) -> list[Document]:
    """Also those that have been taken away from the item: they have come in."""
    on_it = select(Document).where(Document.item_id == item.id)
    return list(session.scalars(on_it.order_by(Document.position, Document.id)))


def _origin(session: Session, meeting: Meeting, item: Item) -> Origin:
    first = item
    while first.carried_from is not None:
        first = session.get_one(Item, first.carried_from)
    where = session.get_one(Meeting, first.meeting_id)
    came = first.added_at or where.convened_at
    day = swedish.local_day(came) if came else date.fromisoformat(where.date)
    return Origin(day, where.date if where.id != meeting.id else None)
