"""What the simulated members see of the meeting: one glance a second."""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from meetings.models import Line, Meeting
from meetings.queries import floor, items, roll, state
from meetings.queries.floor import Speaking, Waiting
from meetings.queries.items import Current
from meetings.queries.roll import SeatRow
from meetings.rules.lifecycle import MeetingState
from voting.models import Acclamation, Vote
from voting.queries import acclamations, votes
from voting.queries.places import Place, places


@dataclass
class Sight:
    meeting: Meeting
    state: MeetingState
    rows: list[SeatRow]
    lines: dict[int, str]
    current: Current | None = None
    speaking: Speaking | None = None
    waiting: list[Waiting] = field(default_factory=list)
    acclamation: Acclamation | None = None
    vote: Vote | None = None
    places: list[Place] = field(default_factory=list)

    @property
    def chair(self) -> int:
        return self.meeting.presiding_id or 0

    @property
    def serving(self) -> list[SeatRow]:
        return [row for row in self.rows if row.person_id]

    @property
    def remote(self) -> list[SeatRow]:
        return [row for row in self.serving if row.mode == "remote"]


def look(session: Session, meeting_id: int) -> Sight:
    meeting = state.meeting(session, meeting_id)
    lines = select(Line.person_id, Line.state).where(Line.meeting_id == meeting_id)
    seen = Sight(
        meeting,
        state.state(meeting),
        roll.roll(session, meeting_id),
        {person: str(state) for person, state in session.execute(lines)},
    )
    seen.current = items.current(session, meeting_id)
    if seen.current is not None:
        _look_closer(session, seen, meeting_id)
    return seen


def _look_closer(session: Session, seen: Sight, meeting_id: int) -> None:
    item = seen.current.item.id if seen.current else 0
    seen.speaking = floor.speaking(session, meeting_id)
    seen.waiting = floor.waiting(session, meeting_id)
    seen.acclamation = acclamations.open_on(session, item)
    seen.vote = votes.running(session, meeting_id)
    if seen.vote is not None and seen.vote.closed_at is None:
        seen.places = places(session, seen.vote)
