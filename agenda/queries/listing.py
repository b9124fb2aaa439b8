"""The agenda as it is shown: every item with its documents, its time and how far it has come.

A fixed number of statements, however many items there are.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from agenda.models import Document, Item, ItemKind
from agenda.queries.items import is_announced, standing
from agenda.queries.meetings import COMING, MeetingNow, Progress, progress
from agenda.queries.notices import announced
from agenda.rules.numbering import Slot, time_plan
from agenda.rules.raising import is_raised_by_member
from agenda.rules.wording import expects_documents, needs_preparation
from core import log


@dataclass(frozen=True)
class Row:
    """One item.  `begins`, `ends`: the time plan, in UTC; None while no time is planned."""

    item: Item
    place: int
    documents: tuple[Document, ...]
    progress: Progress
    begins: datetime | None
    ends: datetime | None
    is_announced: bool

    @property
    def kind(self) -> ItemKind:
        return ItemKind(self.item.kind)

    @property
    def lacks_documents(self) -> bool:
        return not self.documents and expects_documents(self.kind)

    @property
    def lacks_raiser(self) -> bool:
        """A member raises it, and nobody is named yet.  INIT-1."""
        return not self.item.proposer and is_raised_by_member(self.kind)

    @property
    def lacks_preparation(self) -> bool:
        """No committee is named yet, and the law wants one.  PREP-1."""
        return not self.item.prepared_by and needs_preparation(self.kind)


def rows(session: Session, meeting: MeetingNow) -> list[Row]:
    items = standing(session, meeting.id)
    documents = documents_of(session, [item.id for item in items])
    state = progress(session, meeting.id)
    told = announced(session, meeting)
    return [
        Row(
            item,
            place,
            tuple(documents[item.id]),
            state.get(item.id, COMING),
            slot.begins if slot else None,
            slot.ends if slot else None,
            is_announced(told, meeting, item),
        )
        for place, (item, slot) in enumerate(
            zip(items, _plan(meeting, items), strict=True), start=1
        )
    ]


def documents_of(session: Session, item_ids: Iterable[int]) -> dict[int, list[Document]]:
    """By item, in their order; a missing item has none."""
    wanted = select(Document).where(
        Document.item_id.in_(list(item_ids)), Document.removed_at.is_(None)
    )
    found: dict[int, list[Document]] = defaultdict(list)
    for document in session.scalars(wanted.order_by(Document.position, Document.id)):
        found[document.item_id].append(document)
    return found


def removed_documents(session: Session, item_id: int) -> list[Document]:
    gone = select(Document).where(Document.item_id == item_id, Document.removed_at.is_not(None))
    return list(session.scalars(gone.order_by(Document.removed_at.desc())))


def last_written(session: Session, meeting_id: int, kinds: frozenset[str]) -> str | None:
    """When any of these last happened, in UTC."""
    told = select(func.max(log.Entry.at)).where(
        log.Entry.meeting_id == meeting_id, log.Entry.kind.in_(kinds)
    )
    return session.scalar(told)


def _plan(meeting: MeetingNow, items: list[Item]) -> list[Slot | None]:
    lengths = [item.minutes_planned for item in items]
    if not any(lengths):
        return [None] * len(items)
    return [*time_plan(datetime.fromisoformat(meeting.starts_at), lengths)]
