"""What anyone may know of a meeting at this moment.

Read lazily and at most once in a drawing, in a fixed number of questions.  Of an item behind closed
doors nothing is read but its title and what was decided: what is not here cannot leak.
"""

from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Document, Item
from agenda.rules.kinds import ItemKind
from core.log import Head
from core.once import once
from councils.models import Council, Party
from meetings.models import Adjournment, Meeting
from meetings.queries import floor, items, roll, state
from meetings.queries.floor import Speaking, Waiting
from meetings.queries.items import AgendaRow, Current
from meetings.queries.people import named
from meetings.queries.roll import SeatRow, Summary
from meetings.rules.lifecycle import MeetingState
from meetings.rules.steps import ItemStep
from voting.models import Acclamation, Election, Vote
from voting.queries import acclamations, decisions, demands, votes
from voting.queries.course import Course, Live, course
from voting.queries.decisions import Decided
from voting.queries.elections.standing import running
from voting.queries.places import places
from voting.queries.results import Result, result_of


class Scene:
    def __init__(self, session: Session, meeting_id: int) -> None:
        self._session = session
        self.meeting: Meeting = state.meeting(session, meeting_id)

    @property
    def id(self) -> int:
        return self.meeting.id

    @cached_property
    def council(self) -> Council:
        return self._session.get_one(Council, self.meeting.council_id)

    @property
    def state(self) -> MeetingState:
        return state.state(self.meeting)

    @property
    def is_announced(self) -> bool:
        """A plan is the office's own until the meeting has been convened."""
        return self.meeting.convened_at is not None

    @cached_property
    def current(self) -> Current | None:
        return items.current(self._session, self.id)

    @property
    def item(self) -> Item | None:
        return self.current.item if self.current else None

    @property
    def kind(self) -> ItemKind | None:
        return self.current.kind if self.current else None

    @property
    def step(self) -> ItemStep | None:
        return self.current.step if self.current else None

    @property
    def is_behind_closed_doors(self) -> bool:
        return self.item is not None and self.item.closed_doors

    @property
    def open_item(self) -> Item | None:
        """The item, if everybody may follow how it is handled."""
        return None if self.is_behind_closed_doors else self.item

    @cached_property
    def agenda(self) -> list[AgendaRow]:
        return items.agenda(self._session, self.id) if self.is_announced else []

    @property
    def numbered(self) -> int:
        """How many items have a number."""
        return sum(row.item.number is not None for row in self.agenda)

    @property
    def next_row(self) -> AgendaRow | None:
        coming = (row for row in self.agenda if row.state is items.ItemState.COMING)
        return next(coming, None)

    @property
    def last_row(self) -> AgendaRow | None:
        """The item that was closed last."""
        closed = [row for row in self.agenda if row.closed_at]
        return max(closed, key=lambda row: row.closed_at or "", default=None)

    @cached_property
    def ballot(self) -> Election | None:
        """The election of persons whose ballots are being cast or counted."""
        return running(self._session, self.id) if self.open_item else None

    @cached_property
    def parties(self) -> dict[str, str]:
        """Names in full, by letters."""
        names = select(Party.letters, Party.name).where(Party.council_id == self.meeting.council_id)
        return dict(self._session.execute(names).all())

    @cached_property
    def summary(self) -> Summary:
        return roll.summary_for(self._session, self.meeting, self.kind)

    @cached_property
    def seats(self) -> list[SeatRow]:
        return roll.roll(self._session, self.id)

    @cached_property
    def documents(self) -> list[Document]:
        """Of the open item."""
        if self.open_item is None:
            return []
        here = select(Document).where(
            Document.item_id == self.open_item.id, Document.removed_at.is_(None)
        )
        return list(self._session.scalars(here.order_by(Document.position, Document.id)))

    @cached_property
    def speaking(self) -> Speaking | None:
        return floor.speaking(self._session, self.id) if self.open_item else None

    @cached_property
    def waiting(self) -> list[Waiting]:
        return floor.waiting(self._session, self.id) if self.open_item else []

    @cached_property
    def course(self) -> Course | None:
        return course(self._session, self.open_item) if self.open_item else None

    @property
    def proposals(self) -> list[Live]:
        return self.course.proposals if self.course else []

    @property
    def refused(self) -> list[Live]:
        """Those that the chair does not put."""
        return self.course.refused if self.course else []

    @cached_property
    def acclamation(self) -> Acclamation | None:
        item = self.open_item
        return acclamations.open_on(self._session, item.id) if item else None

    @property
    def put(self) -> list[Live]:
        """The proposals that the acclamation is about, in the order they are put."""
        if self.acclamation is None or self.course is None:
            return []
        found = [self.course.proposal(each) for each in self.acclamation.proposals]
        return [each for each in found if each]

    @cached_property
    def demand(self) -> str | None:
        """Who asked first for a division that has not been held yet: Bo Bok (V)."""
        waiting = demands.unmet_on(self._session, self.open_item.id) if self.open_item else []
        if not waiting:
            return None
        who = named(self._session, self.id, waiting[0].person_id)
        return f"{who.name} ({who.party})" if who.party else who.name

    @cached_property
    def vote(self) -> Vote | None:
        item = self.open_item
        return votes.latest_of(self._session, item.id) if item else None

    @cached_property
    def voted(self) -> tuple[int, int]:
        """How many have voted, of how many who may.  Never how (ORDER-7)."""
        if self.vote is None or not self.vote.is_open:
            return 0, 0
        entitled = [each for each in places(self._session, self.vote) if each.is_entitled]
        return sum(each.has_voted for each in entitled), len(entitled)

    @cached_property
    def result(self) -> Result | None:
        """Of the vote that has closed; nothing before."""
        if self.vote is None or self.vote.closed_at is None or self.vote.abandoned_at:
            return None
        return result_of(self._session, self.vote)

    @cached_property
    def decided(self) -> list[Decided]:
        """Everything that the gavel has confirmed in this meeting."""
        return decisions.decisions_of(self._session, self.id) if self.is_announced else []

    def decided_on(self, item: Item | None) -> list[Decided]:
        return [each for each in self.decided if item and each.item.id == item.id]

    @cached_property
    def pause(self) -> Adjournment | None:
        going = select(Adjournment).where(
            Adjournment.meeting_id == self.id, Adjournment.resumed_at.is_(None)
        )
        return self._session.scalar(going.order_by(Adjournment.id.desc()).limit(1))

    @cached_property
    def head(self) -> Head | None:
        """The tip of the log: shown at every pause, so that it is known outside the house."""
        return self._session.get(Head, self.id)


@once
def scene_of(session: Session, meeting_id: int) -> Scene:
    return Scene(session, meeting_id)
