"""How long one may speak now, and whether at all, by the rules this meeting is held under."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from agenda.rules.kinds import ItemKind
from councils.rules.procedure import DebateTimes
from meetings.models import Meeting
from meetings.queries import floor, state
from meetings.queries.items import Current
from meetings.rules.floor import FloorKind
from meetings.rules.rejoinders import Speech
from meetings.rules.speaking_time import MINUTE, DebateRole, seconds_allowed, turn_seconds
from meetings.rules.steps import ItemStep

BOTH = 2  # the one who asks and the one who answers


def seconds_for(
    session: Session, meeting: Meeting, now: Current, person_id: int, kind: FloorKind
) -> int | None:
    """The limit in seconds.  None: no limit, as for a presentation or a point of order."""
    rules = state.procedure(meeting)
    speeches = floor.speeches_in(session, meeting.id, now.item.id)
    earlier = _turns(person_id, speeches)
    times = debate_times(meeting, now)
    if kind is not FloorKind.SPEECH:
        return seconds_allowed(kind, earlier, rules)
    if now.step is ItemStep.PRESENTATION:
        return None
    if times is None:
        return seconds_allowed(kind, earlier, rules)
    role = _role(person_id, now.item.proposer_id, speeches)
    return turn_seconds(times, role, earlier) or (times.turn_minutes or 1) * MINUTE


def has_turn(session: Session, meeting: Meeting, now: Current, person_id: int) -> bool:
    """May the person ask for one more turn in this debate?  In a question only the two (5:64)."""
    if debate_times(meeting, now) is None:
        return True
    return has_turn_after(
        floor.speeches_in(session, meeting.id, now.item.id), meeting, now, person_id
    )


def has_turn_after(
    speeches: Sequence[Speech], meeting: Meeting, now: Current, person_id: int
) -> bool:
    """The same where the speeches of the item are known already."""
    times = debate_times(meeting, now)
    if times is None:
        return True
    role = _role(person_id, now.item.proposer_id, speeches)
    return turn_seconds(times, role, _turns(person_id, speeches)) > 0


def debate_times(meeting: Meeting, now: Current) -> DebateTimes | None:
    """The times between one who asks and one who answers; None for any other item."""
    rules = state.procedure(meeting)
    if now.kind is ItemKind.INTERPELLATION:
        return rules.interpellation_debate
    return rules.question_debate if now.kind is ItemKind.QUESTION else None


def _turns(person_id: int, speeches: Sequence[Speech]) -> int:
    return sum(one.person == person_id and one.kind is FloorKind.SPEECH for one in speeches)


def _role(person_id: int, asks: int | None, speeches: Sequence[Speech]) -> DebateRole:
    """The one who answers is the first to speak besides the one who asks."""
    spoken = [one.person for one in speeches if one.kind is FloorKind.SPEECH]
    pair = list(dict.fromkeys([*([asks] if asks else []), *spoken]))[:BOTH]
    return DebateRole.PARTY if person_id in pair or len(pair) < BOTH else DebateRole.OTHER
