"""The item being handled, and the agenda with what has become of each item."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from agenda.models import Document, Item
from agenda.rules.kinds import ItemKind
from core.once import once
from councils.models import Council
from meetings.facts import ChairTaken, ItemOpened, MeetingOpened, MemberLeft
from meetings.models import Assent, Handling, Meeting
from meetings.rules.steps import ItemStep, needs_decision


@dataclass(frozen=True)
class Current:
    """The item that is open, with its handling."""

    handling: Handling
    item: Item

    @property
    def kind(self) -> ItemKind:
        return ItemKind(self.item.kind)

    @property
    def step(self) -> ItemStep:
        return ItemStep(self.handling.step)


class ItemState(StrEnum):
    COMING = "coming"
    OPEN = "open"
    DONE = "done"
    PUT_OFF = "put_off"  # closed without the decision it needs; may be opened again


@dataclass(frozen=True)
class AgendaRow:
    """One row of the agenda as it stands; `paragraph` is given when the item is opened."""

    item: Item
    state: ItemState
    step: ItemStep | None
    paragraph: int | None
    opened_at: str | None
    closed_at: str | None
    documents: int


_CURRENT = (  # made once: every act and every screen asks for it
    select(Handling, Item)
    .join(Item, Item.id == Handling.item_id)
    .where(Handling.meeting_id == bindparam("meeting"), Handling.closed_at.is_(None))
)


@once
def current(session: Session, meeting_id: int) -> Current | None:
    """The one item that is opened and not closed."""
    row = session.execute(_CURRENT, {"meeting": meeting_id}).first()
    return Current(*row) if row else None


def is_behind_closed_doors(session: Session, meeting_id: int) -> bool:
    """Of such an item nobody outside is told more than its title and what was decided (KL 5:42)."""
    now = current(session, meeting_id)
    return now is not None and now.item.closed_doors


def has_been_behind_closed_doors(session: Session, meeting_id: int) -> bool:
    """Is or was any item of the meeting?"""
    found = select(Handling.id).join(Item, Item.id == Handling.item_id)
    found = found.where(Handling.meeting_id == meeting_id, Item.closed_doors)
    return session.scalar(found.limit(1)) is not None


def somebody_must_leave(session: Session, meeting_id: int, kinds: set[str]) -> bool:
    """Among this news: then some who watched may watch no more.

    Substitutes who do not serve follow from the hall or the public stream as soon as it begins;
    whoever led the meeting does not any more when somebody else has taken the chair.
    """
    if {MeetingOpened.kind, ChairTaken.kind} & kinds:
        return True
    doors = {ItemOpened.kind, MemberLeft.kind} & kinds
    return bool(doors) and is_behind_closed_doors(session, meeting_id)


def handling_of(session: Session, meeting_id: int, item_id: int) -> Handling | None:
    """The latest handling of the item in this meeting, open or not."""
    latest = select(Handling).where(Handling.meeting_id == meeting_id, Handling.item_id == item_id)
    return session.scalar(latest.order_by(Handling.id.desc()).limit(1))


def state_of(kind: ItemKind, handling: Handling | None) -> ItemState:
    if handling is None:
        return ItemState.COMING
    if handling.closed_at is None:
        return ItemState.OPEN
    put_off = needs_decision(kind) and handling.step != ItemStep.DECISION
    return ItemState.PUT_OFF if put_off else ItemState.DONE


def agenda(session: Session, meeting_id: int) -> list[AgendaRow]:
    """Every item in its order, in three statements."""
    items = select(Item).where(Item.meeting_id == meeting_id, Item.removed_at.is_(None))
    handled = select(Handling).where(Handling.meeting_id == meeting_id).order_by(Handling.id)
    latest = {handling.item_id: handling for handling in session.scalars(handled)}
    documents = _documents(session, meeting_id)
    return [
        _row(item, latest.get(item.id), documents.get(item.id, 0))
        for item in session.scalars(items.order_by(Item.position))
    ]


def next_item(session: Session, meeting_id: int) -> Item | None:
    """The first item that is still coming, and that the council has not let wait (KL 5:52)."""
    handled = select(Handling.item_id).where(Handling.meeting_id == meeting_id)
    coming = select(Item).where(
        Item.meeting_id == meeting_id,
        Item.removed_at.is_(None),
        Item.id.not_in(handled),
        Item.id.not_in(_waiting(meeting_id)),
    )
    return session.scalar(coming.order_by(Item.position).limit(1))


def next_paragraph(session: Session, meeting: Meeting) -> int:
    """The § after the last one given in this meeting."""
    last = select(func.max(Handling.paragraph)).where(Handling.meeting_id == meeting.id)
    given = session.scalar(last)
    return meeting.first_paragraph if given is None else given + 1


def paragraph_after_the_last(session: Session, council: Council, date: str) -> int:
    """The § that a meeting on `date` begins with: numbers run through the year, from 1."""
    same_year = (
        Meeting.council_id == council.id,
        Meeting.rehearsal == council.rehearsal,
        Meeting.date.startswith(date[:4]),
        Meeting.date <= date,
    )
    last = select(func.max(Handling.paragraph)).join(Meeting, Meeting.id == Handling.meeting_id)
    return (session.scalar(last.where(*same_year)) or 0) + 1


def _waiting(meeting_id: int) -> Select[int]:
    """All present were asked about these, and somebody was against."""
    asked = select(func.max(Assent.id)).where(Assent.meeting_id == meeting_id)
    latest = asked.group_by(Assent.item_id)
    return select(Assent.item_id).where(Assent.id.in_(latest), Assent.agreed.is_(False))


def _row(item: Item, handling: Handling | None, documents: int) -> AgendaRow:
    state = state_of(ItemKind(item.kind), handling)
    if handling is None:
        return AgendaRow(item, state, None, item.paragraph, None, None, documents)
    step = ItemStep(handling.step)
    times = (handling.opened_at, handling.closed_at)
    return AgendaRow(item, state, step, handling.paragraph, *times, documents)


def _documents(session: Session, meeting_id: int) -> dict[int, int]:
    counted = (
        select(Document.item_id, func.count())
        .join(Item, Item.id == Document.item_id)
        .where(Item.meeting_id == meeting_id, Document.removed_at.is_(None))
        .group_by(Document.item_id)
    )
    return dict(session.execute(counted).all())
