"""What may have to be hidden before everybody reads it, each piece in every place it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Document, Item
from meetings.models import Mask
from meetings.queries import approval
from meetings.queries.masks import masks
from meetings.rules.approval import VersionState
from meetings.rules.personal_data import Personal, find, places
from web.gateways.minutes import Block, texts_of, thaw

AROUND = 60  # characters shown on each side


@dataclass(frozen=True)
class Place:
    """Where it stands: under which heading, and the words around it."""

    where: str
    before: str
    text: str
    after: str


@dataclass(frozen=True)
class Piece:
    """A piece of text, proposed by the product or marked by hand.  `mask`: what was decided."""

    text: str
    kind: Personal
    places: list[Place]
    mask: Mask | None

    @property
    def is_decided(self) -> bool:
        return self.mask is not None


def proposals(session: Session, meeting_id: int) -> list[Piece]:
    """The undecided first, each in the order of the text."""
    told = list(dict.fromkeys(_told(session, meeting_id)))
    decided = {mask.text: mask for mask in masks(session, meeting_id)}
    found = {one.text: one.kind for _where, text in told for one in find(text)}
    found |= {text: Personal(mask.kind) for text, mask in decided.items()}
    pieces = [
        Piece(text, kind, list(_places(told, text)), decided.get(" ".join(text.split())))
        for text, kind in found.items()
    ]
    return sorted(pieces, key=lambda piece: piece.is_decided)


def running_text(session: Session, meeting_id: int) -> list[Block]:
    """For whoever marks by hand: without the tables, where only council people stand."""
    shown = [block for block in _blocks(session, meeting_id) if block.kind != "table"]
    titles = [Block("paragraph", title) for _item, title in _titles(session, meeting_id)]
    return list(dict.fromkeys([*shown, *titles]))


def _told(session: Session, meeting_id: int) -> Iterator[tuple[str, str]]:
    """Everything the public would read: the heading above it, and the text."""
    heading = ""
    for block in _blocks(session, meeting_id):
        if block.kind == "heading" and block.level <= 2:  # noqa: PLR2004 - a § or a chapter
            heading = block.text
        yield from ((heading, text) for text in texts_of(block))
    yield from _titles(session, meeting_id)


def _blocks(session: Session, meeting_id: int) -> Iterator[Block]:
    """Of every version that waits or is approved, but what was told behind closed doors."""
    for version in approval.versions(session, meeting_id):
        if approval.state_of(version) is not VersionState.RETURNED:
            yield from (block for block in thaw(version.paper).blocks if not block.closed)


def _titles(session: Session, meeting_id: int) -> list[tuple[str, str]]:
    """Of each document, under its item."""
    titles = (
        select(Item.title, Document.title)
        .join(Item, Item.id == Document.item_id)
        .where(Item.meeting_id == meeting_id, Document.removed_at.is_(None))
        .order_by(Item.position, Document.position)
    )
    return [(item, title) for item, title in session.execute(titles)]


def _places(told: Iterable[tuple[str, str]], piece: str) -> Iterator[Place]:
    for where, text in told:
        for begins, ends in places(text, piece):
            before, after = text[max(begins - AROUND, 0) : begins], text[ends : ends + AROUND]
            yield Place(where, before, text[begins:ends], after)
