"""Everything the member's page shows of the moment, read once, in a fixed number of questions."""

from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from agenda.models import Document, Item
from core import clock
from core.once import once
from councils.models import Party, Person
from meetings.models import Adjournment, Meeting
from meetings.queries import floor, items, state
from meetings.queries.floor import Speaking, Waiting
from meetings.queries.items import Current
from meetings.rules.lifecycle import MeetingState
from voting.models import Decision
from voting.queries.decisions import not_yet_standing
from voting.queries.panels import (
    AcclamationPanel,
    QuestionPanel,
    VotePanel,
    acclamation_panel,
    question_panel,
    vote_panel,
)


@dataclass(frozen=True)
class Chair:
    name: str
    party: str | None


@dataclass
class Scene:
    """`documents` are those of the open item, `until` when an adjournment was said to end.

    `can_still_demand`: the gavel has fallen but does not stand yet (SCREENS 3.6).
    """

    meeting: Meeting
    state: MeetingState
    current: Current | None
    item_count: int
    next_item: Item | None
    chair: Chair | None
    until: str | None = None
    speaking: Speaking | None = None
    waiting: list[Waiting] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    division: VotePanel | None = None
    acclamation: AcclamationPanel | None = None
    question: QuestionPanel | None = None
    can_still_demand: Decision | None = None

    @property
    def base(self) -> str:
        return f"/meetings/{self.meeting.id}"

    @property
    def item(self) -> Item:
        if self.current is None:
            raise LookupError("No item is open.")
        return self.current.item

    @property
    def at_item(self) -> str:
        return f"{self.base}/items/{self.item.id}"

    @property
    def is_voting(self) -> bool:
        """A vote is open: nothing else is on the page but the document and help (SCREENS 1.2)."""
        return self.division is not None and self.division.is_open

    @property
    def is_deciding(self) -> bool:
        """A question is before the council: the floor and the faces wait."""
        return self.is_voting or self.acclamation is not None

    @property
    def is_going_on(self) -> bool:
        return self.state in (MeetingState.OPEN, MeetingState.ADJOURNED)

    @property
    def shown(self) -> tuple[Document, int] | None:
        """What "Handlingen" opens, and at which page: the chair's, else the item's first."""
        if self.current is None or not self.documents:
            return None
        for document in self.documents:
            if document.id == self.current.handling.document_id:
                return document, self.current.handling.page
        return self.documents[0], 1

    @property
    def is_chairs_document(self) -> bool:
        return self.current is not None and self.current.handling.document_id is not None


@once
def scene(session: Session, meeting_id: int) -> Scene:
    meeting, current = state.meeting(session, meeting_id), items.current(session, meeting_id)
    found = Scene(
        meeting=meeting,
        state=state.state(meeting),
        current=current,
        item_count=_count(session, meeting_id),
        next_item=None if current else items.next_item(session, meeting_id),
        chair=_chair(session, meeting),
    )
    if found.state is MeetingState.ADJOURNED:
        found.until = _until(session, meeting_id)
    if current is not None:
        _look_at_item(session, found, current)
    return found


def _look_at_item(session: Session, found: Scene, current: Current) -> None:
    meeting_id, item_id = found.meeting.id, current.item.id
    found.speaking = floor.speaking(session, meeting_id)
    found.waiting = floor.waiting(session, meeting_id)
    found.documents = _documents(session, item_id)
    found.division = vote_panel(session, meeting_id)
    found.acclamation = acclamation_panel(session, meeting_id)
    found.question = question_panel(session, meeting_id)
    found.can_still_demand = not_yet_standing(session, item_id, clock.now())
    if found.division and found.acclamation and not found.division.is_open:
        found.division = None  # another question has been put since


def _count(session: Session, meeting_id: int) -> int:
    numbered = select(func.count()).where(
        Item.meeting_id == meeting_id, Item.removed_at.is_(None), Item.number.is_not(None)
    )
    return session.scalar(numbered) or 0


def _chair(session: Session, meeting: Meeting) -> Chair | None:
    leads = select(Person.name, Party.letters).outerjoin(Party, Party.id == Person.party_id)
    row = session.execute(leads.where(Person.id == meeting.presiding_id)).first()
    return Chair(*row) if row else None


def _until(session: Session, meeting_id: int) -> str | None:
    latest = select(Adjournment.until).where(Adjournment.meeting_id == meeting_id)
    return session.scalar(latest.order_by(Adjournment.id.desc()).limit(1))


def _documents(session: Session, item_id: int) -> list[Document]:
    kept = select(Document).where(Document.item_id == item_id, Document.removed_at.is_(None))
    return list(session.scalars(kept.order_by(Document.position, Document.id)))
