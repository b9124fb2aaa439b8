"""One meeting as it can be told to anybody: items with what was said, proposed and decided.

A fixed number of questions, however long the evening was.  Of an item behind closed doors only its
title and its decisions are told.
"""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from agenda.models import Document, Item, Proposal
from core import clock
from councils.models import Council, Party, Person
from meetings.models import Adjournment, Meeting, Speech
from meetings.queries import items, state
from meetings.queries.items import AgendaRow
from meetings.rules.lifecycle import MeetingState
from voting.models import Decision, Statement, StatementKind, Vote
from voting.queries import refusals
from voting.queries.course import Refused
from voting.queries.decisions import decisions_of


@dataclass(frozen=True)
class Said:
    """A speech.  `seconds`: its length, None while it goes on."""

    name: str
    party: str | None
    kind: str
    answers: str | None
    mode: str
    at: str
    seconds: int | None


@dataclass
class Chapter:
    """One item.  `reservations`: names with party."""

    row: AgendaRow
    documents: list[Document] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    refused: dict[int, Refused] = field(default_factory=dict)  # by proposal: not put, and why
    speeches: list[Said] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    reservations: list[str] = field(default_factory=list)

    @property
    def item(self) -> Item:
        return self.row.item

    @property
    def seconds(self) -> int:
        """For how long it was handled, in all its speeches."""
        return sum(each.seconds or 0 for each in self.speeches)


@dataclass(frozen=True)
class Story:
    meeting: Meeting
    council: Council
    state: MeetingState
    chapters: list[Chapter]
    pauses: list[Adjournment]
    parties: dict[str, str]  # names in full by letters, in the order they sit


def story(session: Session, meeting: Meeting) -> Story:
    chapters = {row.item.id: Chapter(row) for row in items.agenda(session, meeting.id)}
    for read in (_documents, _proposals, _speeches, _votes, _decisions, _reservations):
        read(session, meeting.id, chapters)
    for chapter in chapters.values():
        if chapter.item.closed_doors:
            _close_doors(chapter)
    pauses = select(Adjournment).where(Adjournment.meeting_id == meeting.id)
    return Story(
        meeting=meeting,
        council=session.get_one(Council, meeting.council_id),
        state=state.state(meeting),
        chapters=list(chapters.values()),
        pauses=list(session.scalars(pauses.order_by(Adjournment.id))),
        parties=_parties(session, meeting.council_id),
    )


Chapters = dict[int, Chapter]


def _documents(session: Session, meeting_id: int, chapters: Chapters) -> None:
    here = (
        select(Document)
        .join(Item, Item.id == Document.item_id)
        .where(Item.meeting_id == meeting_id, Document.removed_at.is_(None))
        .order_by(Document.position, Document.id)
    )
    for document in session.scalars(here):
        if document.item_id in chapters:
            chapters[document.item_id].documents.append(document)


def _proposals(session: Session, meeting_id: int, chapters: Chapters) -> None:
    made = (
        select(Proposal)
        .join(Item, Item.id == Proposal.item_id)
        .where(Item.meeting_id == meeting_id, Proposal.withdrawn_at.is_(None))
        .order_by(Proposal.id)
    )
    for proposal in session.scalars(made):
        if proposal.item_id in chapters:
            chapters[proposal.item_id].proposals.append(proposal)
    for item, refused in refusals.refused_in(session, meeting_id).items():
        if item in chapters:
            chapters[item].refused = refused


def _speeches(session: Session, meeting_id: int, chapters: Chapters) -> None:
    answered, other = aliased(Speech), aliased(Person)
    held = (
        select(Speech, Person.name, Party.letters, other.name)
        .join(Person, Person.id == Speech.person_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .outerjoin(answered, answered.id == Speech.reply_to)
        .outerjoin(other, other.id == answered.person_id)
        .where(Speech.meeting_id == meeting_id)
        .order_by(Speech.id)
    )
    for speech, name, letters, answers in session.execute(held):
        if speech.item_id in chapters:
            said = Said(
                name, letters, speech.kind, answers, speech.mode, speech.started_at, _length(speech)
            )
            chapters[speech.item_id].speeches.append(said)


def _length(speech: Speech) -> int | None:
    if speech.ended_at is None:
        return None
    return round(clock.seconds_between(speech.started_at, speech.ended_at))


def _votes(session: Session, meeting_id: int, chapters: Chapters) -> None:
    """Those that have closed."""
    held = select(Vote).where(
        Vote.meeting_id == meeting_id, Vote.closed_at.is_not(None), Vote.abandoned_at.is_(None)
    )
    for vote in session.scalars(held.order_by(Vote.id)):
        if vote.item_id in chapters:
            chapters[vote.item_id].votes.append(vote)


def _decisions(session: Session, meeting_id: int, chapters: Chapters) -> None:
    for decided in decisions_of(session, meeting_id):
        if decided.item.id in chapters:
            chapters[decided.item.id].decisions.append(decided.decision)


def _reservations(session: Session, meeting_id: int, chapters: Chapters) -> None:
    made = (
        select(Statement.item_id, Person.name, Party.letters)
        .join(Person, Person.id == Statement.person_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(
            Statement.meeting_id == meeting_id,
            Statement.kind == StatementKind.RESERVATION,
            Statement.withdrawn_at.is_(None),
        )
        .order_by(Statement.id)
    )
    for item_id, name, letters in session.execute(made):
        if item_id in chapters:
            chapters[item_id].reservations.append(f"{name} ({letters})" if letters else name)


def _close_doors(chapter: Chapter) -> None:
    chapter.documents.clear()
    chapter.proposals.clear()
    chapter.speeches.clear()
    chapter.votes.clear()
    chapter.reservations.clear()


def _parties(session: Session, council_id: int) -> dict[str, str]:
    names = select(Party.letters, Party.name).where(Party.council_id == council_id)
    rows = session.execute(names.order_by(Party.place, Party.letters))
    return dict(rows.all())
