"""Everything the chair's next step depends on, read once, in a fixed number of questions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.queries.meetings import meeting_now
from agenda.queries.notices import announced
from agenda.rules.kinds import ItemKind
from core.once import once
from core.words import Sentence
from councils.rules.procedure import Procedure
from meetings.models import Meeting
from meetings.queries import assents, conflicts, floor, items, leave, lost, roll, state
from meetings.queries.assents import Need
from meetings.queries.floor import Speaking, Waiting
from meetings.queries.items import Current
from meetings.queries.people import Named
from meetings.queries.roll import Summary
from meetings.rules.convening import why_not_open
from meetings.rules.leave import needs_leave
from meetings.rules.lifecycle import MeetingState
from meetings.rules.steps import ItemStep
from voting.models import Acclamation, Decision, DivisionDemand, ElectionRequest, Vote
from voting.queries import acclamations, decisions, demands, questions, votes
from voting.queries.course import Course, course
from voting.queries.elections.requests import request_on
from voting.queries.paper import Standing, standings_on
from voting.queries.places import Place, places
from voting.queries.questions import Question
from web.screens.elections.standing import UrnNow, urn_now


@dataclass
class Scene:
    meeting: Meeting
    state: MeetingState
    procedure: Procedure
    summary: Summary
    current: Current | None
    next_item: Item | None
    item_count: int = 0
    speaking: Speaking | None = None
    waiting: list[Waiting] = field(default_factory=list)
    course: Course | None = None
    question: Question | None = None
    acclamation: Acclamation | None = None
    levels: dict[int, int] = field(default_factory=dict)
    demands: list[DivisionDemand] = field(default_factory=list)
    vote: Vote | None = None
    places: list[Place] = field(default_factory=list)
    decided: list[Decision] = field(default_factory=list)
    request: ElectionRequest | None = None  # for a proportional election
    polls: Sequence[Standing] = ()  # elections on paper, as planned
    urn: UrnNow | None = None  # a digital election
    unannounced: Sentence | None = None  # why it cannot be opened
    leave: bool | None = None  # may the interpellation or the question be put?
    accountable: Sequence[Named] = ()  # still serving, and has to stand aside (JAV-3)
    need: Need = assents.NOTHING  # of the open item, or else of the next
    without_line: Sequence[str] = ()  # at a distance and gone: no gavel falls over them (REM-4)
    newcomers: list[int] = field(default_factory=list)  # who were not there when all agreed

    @property
    def item(self) -> Item:
        if self.current is None:
            raise LookupError("No item is open.")
        return self.current.item

    @property
    def kind(self) -> ItemKind | None:
        return self.current.kind if self.current else None

    @property
    def step(self) -> ItemStep | None:
        return self.current.step if self.current else None

    @property
    def may_be_proportional(self) -> bool:
        """An election that is not decided yet, and whose ballots are not being cast (KL 5:58)."""
        planned = [one.election for one in self.polls] + ([self.urn.election] if self.urn else [])
        has_begun = not all(one.is_draft for one in planned)
        return self.kind is ItemKind.ELECTION and self.may_be_on_slips and not has_begun

    @property
    def may_be_on_slips(self) -> bool:
        """Somebody is to be elected or employed, and is not yet (KL 5:54)."""
        waits = self.step is not ItemStep.DECISION and not self.is_vote_open
        return self.kind is not None and self.kind.is_secret and waits

    @property
    def base(self) -> str:
        return f"/meetings/{self.meeting.id}"

    @property
    def at_item(self) -> str:
        return f"{self.base}/items/{self.item.id}"

    @property
    def missing(self) -> list[Place]:
        """Those who may vote and have not, the chair not counted: she votes last."""
        chair = self.meeting.presiding_id
        return [each for each in self.places if each.is_missing and each.person_id != chair]

    @property
    def is_vote_open(self) -> bool:
        return self.vote is not None and self.vote.closed_at is None

    @property
    def is_result_waiting(self) -> bool:
        """Closed and decided, but no gavel and no later question has followed."""
        vote = self.vote
        if vote is None or not vote.is_decided or self.acclamation:
            return False
        if self.kind is not None and needs_leave(self.kind):
            return False  # a division on the leave is confirmed by the leave itself
        after = [one for one in self.decided if one.at >= (vote.closed_at or "")]
        return not after


@once
def scene_of(session: Session, meeting_id: int) -> Scene:
    meeting = state.meeting(session, meeting_id)
    current = items.current(session, meeting_id)
    found = Scene(
        meeting=meeting,
        state=state.state(meeting),
        procedure=state.procedure(meeting),
        summary=roll.summary_for(session, meeting, current.kind if current else None),
        current=current,
        next_item=items.next_item(session, meeting_id),
        item_count=len(items.agenda(session, meeting_id)),
    )
    if found.state is MeetingState.CONVENED and not meeting.rehearsal:
        told = announced(session, meeting_now(session, meeting_id))
        found.unannounced = why_not_open(told.status)
    _look_at_need(session, found)
    if current is not None:
        _look_at_item(session, found, meeting_id)
    return found


def _look_at_need(session: Session, found: Scene) -> None:
    item = found.current.item if found.current else found.next_item
    if item is None or found.meeting.opened_at is None:
        return
    found.need = assents.need(session, found.meeting, item)
    if found.need.lacks and found.need.is_met:
        found.newcomers = assents.not_asked(session, found.meeting.id, found.need)


def _look_at_item(session: Session, found: Scene, meeting_id: int) -> None:
    if found.current is not None:
        found.accountable = conflicts.not_yet_aside(session, found.meeting, found.current)
    if found.current is not None and needs_leave(found.current.kind):
        found.leave = leave.leave(session, found.current)
    found.without_line = lost.without_line(session, meeting_id)
    found.speaking = floor.speaking(session, meeting_id)
    found.waiting = floor.waiting(session, meeting_id)
    found.course = course(session, found.item)
    found.question = questions.next_in(found.course)
    found.acclamation = acclamations.open_on(session, found.item.id)
    if found.acclamation is not None:
        found.levels = acclamations.levels(session, found.acclamation.id)
    found.demands = demands.unmet_on(session, found.item.id)
    found.decided = decisions.standing_on(session, found.item.id)
    found.vote = votes.latest_of(session, found.item.id)
    if found.kind is ItemKind.ELECTION:
        found.request = request_on(session, found.item.id)
    if found.kind is not None and found.kind.is_secret:
        found.polls = standings_on(session, found.item.id)
        found.urn = urn_now(session, found.meeting, found.item.id)
    if found.is_vote_open and found.vote is not None:
        found.places = places(session, found.vote)
