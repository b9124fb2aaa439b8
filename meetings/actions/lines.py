"""A person's connection to the meeting, as the wire sees it.  No route: nobody says it by hand.

Only a member at a distance is missed by the meeting; what then is done the chair decides (REM-5).
Losing the line is not leaving (KL 5:20, U5).
"""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from meetings.facts import LineBack, LineLost
from meetings.models import Line, Mode, Seat
from meetings.queries import state
from meetings.queries.people import Named, named
from meetings.queries.roll import who_may_vote
from meetings.rules.lifecycle import MeetingState

PULSE = "desk.line"
MISSED_IN = (MeetingState.OPEN, MeetingState.ADJOURNED)


def lose_line(session: Session, meeting_id: int, person_id: int, *, by: Actor | None) -> None:
    who = named(session, meeting_id, person_id)
    line = _line(session, meeting_id, person_id)
    if line.state == "lost":
        return None
    line.state, line.since = "lost", clock.now()
    seat = _missed_seat(session, meeting_id, person_id)
    if seat is None:
        return log.pulse(session, PULSE)
    lost = LineLost(seat.seat, who.id, who.name, who.party)
    return log.append(session, lost, by=by)


def regain_line(session: Session, meeting_id: int, person_id: int, *, by: Actor | None) -> None:
    """The first time too: then the person has joined."""
    who = named(session, meeting_id, person_id)
    line = _line(session, meeting_id, person_id)
    if line.state == "ok":
        return
    seat = _missed_seat(session, meeting_id, person_id)
    if line.state == "lost" and seat is not None:
        _back(session, line, seat, who, by=by)
    else:
        log.pulse(session, PULSE)
    line.state, line.since = "ok", clock.now()


def _back(session: Session, line: Line, seat: Seat, who: Named, *, by: Actor | None) -> None:
    """The identity is confirmed anew at every reconnection (REM-3)."""
    seat.identified_at = seat.identified_by = None
    away = round(clock.seconds_between(line.since, clock.now()))
    log.append(session, LineBack(seat.seat, who.id, who.name, who.party, away), by=by)


def _line(session: Session, meeting_id: int, person_id: int) -> Line:
    line = session.get(Line, (meeting_id, person_id))
    if line is None:
        line = Line(meeting_id=meeting_id, person_id=person_id, follows=True)
        line.state, line.since = "", clock.now()
        session.add(line)
    return line


def _missed_seat(session: Session, meeting_id: int, person_id: int) -> Seat | None:
    if state.state(state.meeting(session, meeting_id)) not in MISSED_IN:
        return None
    seat = who_may_vote(session, meeting_id, person_id)
    return seat if seat is not None and seat.mode == Mode.REMOTE else None
