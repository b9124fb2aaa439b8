"""The floor is given and ended.  One speaks at a time: giving it ends the speech before."""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, NotFound, RuleBroken
from meetings.actions import asking, speaking
from meetings.actions.floor.requests import check_may_speak, waiting_request
from meetings.actions.leave import check_leave
from meetings.facts import FloorGiven
from meetings.models import Line, Meeting, Mode, Request, RequestKind, Speech
from meetings.queries import floor
from meetings.queries.allowance import seconds_for
from meetings.queries.floor import IN_LAW
from meetings.queries.items import Current
from meetings.queries.people import named
from meetings.queries.roll import who_may_vote
from meetings.queries.service import last_stretch
from meetings.rules import floor as law
from meetings.rules.lifecycle import Step


def give_floor(session: Session, meeting_id: int, request_id: int, *, by: Actor) -> int:
    """To one who waits; the speech's number is handed back."""
    asking.leader(session, meeting_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.GIVE_FLOOR)
    request = waiting_request(session, meeting_id, request_id)
    now = asking.open_item(session, meeting_id, request.item_id)
    asking.no_vote_going_on(now)
    request.ended_at, request.ended_how = clock.now(), "given"
    told = (request.person_id, RequestKind(request.kind), request.reply_to, request.id)
    return _give(session, meeting, now, *told, by=by)


def give_floor_to(session: Session, meeting_id: int, person_id: int, *, by: Actor) -> int:
    """To anybody whom the chair lets speak: who presents the item, or an official (KL 5:39–41).

    If the person waits on the list, that place is used.
    """
    asking.leader(session, meeting_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.GIVE_FLOOR)
    now = asking.any_item(session, meeting_id)
    asking.no_vote_going_on(now)
    request = _first_request(session, meeting_id, person_id)
    if request is not None:
        return give_floor(session, meeting_id, request.id, by=by)
    if (before := speaking.running(session, meeting_id)) and before.person_id == person_id:
        raise MovedOn("Personen har redan ordet.")
    check_may_speak(session, meeting_id, person_id, invited=True)
    return _give(session, meeting, now, person_id, RequestKind.SPEECH, None, None, by=by)


def end_speech(session: Session, meeting_id: int, speech_id: int, *, by: Actor) -> None:
    """By the speaker herself, or by the chair."""
    speech = session.get(Speech, speech_id)
    if speech is None or speech.meeting_id != meeting_id:
        raise NotFound("Anförandet finns inte i det här sammanträdet.")
    asking.oneself_or_leader(session, meeting_id, speech.person_id, by)
    if speech.ended_at is not None:
        raise MovedOn("Anförandet är redan avslutat.")
    speaking.end(session, speech, by=by)


def _first_request(session: Session, meeting_id: int, person_id: int) -> Request | None:
    rows = {row.id: row for row in floor.waiting_requests(session, meeting_id)}
    place = law.place([floor.in_law(row) for row in rows.values()], person_id)
    return rows[place.request.id] if place else None


def _give(
    session: Session,
    meeting: Meeting,
    now: Current,
    person_id: int,
    kind: RequestKind,
    reply_to: int | None,
    request_id: int | None,
    *,
    by: Actor,
) -> int:
    if kind is not RequestKind.POINT_OF_ORDER:
        check_leave(session, now)
    who = named(session, meeting.id, person_id)
    mode = _mode(session, meeting.id, person_id)
    _check_line(session, meeting.id, person_id, mode, who.name)
    seconds = seconds_for(session, meeting, now, person_id, IN_LAW[kind])
    speaking.end_running(session, meeting.id, by=by)
    speech = Speech(meeting_id=meeting.id, item_id=now.item.id, person_id=person_id, kind=kind)
    speech.request_id, speech.reply_to = request_id, reply_to
    speech.mode, speech.seconds, speech.started_at = mode, seconds, clock.now()
    session.add(speech)
    session.flush()
    whom = (speech.id, request_id, now.item.id, who.id, who.name, who.party)
    log.append(session, FloorGiven(*whom, kind, reply_to, mode, seconds), by=by)
    return speech.id


def _mode(session: Session, meeting_id: int, person_id: int) -> Mode:
    """From the seat; without one from the note of attendance, else the hall."""
    seat = who_may_vote(session, meeting_id, person_id)
    if seat is not None and seat.mode:
        return Mode(seat.mode)
    stretch = last_stretch(session, meeting_id, person_id)
    is_here = stretch is not None and stretch.left_at is None
    return Mode(stretch.mode) if stretch and is_here else Mode.HALL


def _check_line(session: Session, meeting_id: int, person_id: int, mode: Mode, name: str) -> None:
    line = session.get(Line, (meeting_id, person_id))
    if mode is Mode.REMOTE and line is not None and line.state == "lost":
        raise RuleBroken(
            "{name} har tappat anslutningen. Vänta, eller ge ordet till nästa.", name=name
        )
