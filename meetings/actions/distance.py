"""Asking to take part at a distance, and the chair's answer (KL 5:16, 5:72, REM-1).

The reasons stay in their row: they are in no fact.
"""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn, NeedsConfirmation, NotAllowed, RuleBroken
from meetings import policy
from meetings.actions import seating
from meetings.facts import RemoteAnswered, RemoteRequested, RemoteWithdrawn
from meetings.models import Meeting, Mode, RemoteRequest
from meetings.queries import distance, state
from meetings.queries.people import named
from meetings.queries.roll import own_seat
from meetings.queries.service import last_stretch
from meetings.queries.substitutes import is_substitute
from meetings.rules.distance import Answer, answer_fault, is_late, request_fault
from meetings.rules.lifecycle import MeetingState
from meetings.rules.remote import may_be_remote

LONGEST = 1_000  # characters in a reason


def request_distance(
    session: Session, meeting_id: int, person_id: int, reason: str = "", *, by: Actor
) -> None:
    """By the member, or by the office on her behalf.  After the last day it is told to be late."""
    if not policy.may_ask_for_distance(session, meeting_id, person_id, by):
        raise NotAllowed("Det gör ledamoten själv eller kansliet.")
    meeting = _coming(session, meeting_id)
    who = named(session, meeting_id, person_id)
    if own_seat(session, meeting_id, person_id) is None and not is_substitute(
        session, meeting, person_id
    ):
        raise RuleBroken("Bara ledamöter och ersättare begär att delta på distans.")
    seating.check_mode(session, meeting, person_id, Mode.REMOTE)
    words = _words(reason, "reason")
    rules, day = state.procedure(meeting), state.day(meeting)
    if fault := request_fault(rules, words):
        raise BadInput(fault.text, "reason")
    row = session.get(RemoteRequest, (meeting_id, person_id))
    if row is not None and row.answer != Answer.REFUSED:
        raise MovedOn("Begäran är redan inlämnad.")
    late = is_late(state.today(), day, rules)
    _ask(session, meeting_id, person_id, words or None, late, by)
    on_behalf = by.person_id != person_id
    log.append(session, RemoteRequested(who.id, who.name, late, on_behalf), by=by)


def withdraw_request(session: Session, meeting_id: int, person_id: int, *, by: Actor) -> None:
    """What was said in it goes with it."""
    if not policy.may_ask_for_distance(session, meeting_id, person_id, by):
        raise NotAllowed("Det gör ledamoten själv eller kansliet.")
    _coming(session, meeting_id)
    row = session.get(RemoteRequest, (meeting_id, person_id))
    if row is None:
        raise MovedOn("Det finns ingen begäran om distans.")
    _check_not_there(session, meeting_id, person_id)
    session.delete(row)
    who = named(session, meeting_id, person_id)
    log.append(session, RemoteWithdrawn(who.id, who.name), by=by)


def answer_request(
    session: Session, meeting_id: int, person_id: int, answer: str, why: str = "", *, by: Actor
) -> None:
    """Yes, or no with its reason.  An answer may be changed until the meeting is over."""
    if not policy.may_decide_on_distance(session, meeting_id, by):
        raise NotAllowed("Ordföranden avgör vem som får delta på distans.")
    _coming(session, meeting_id)
    row = session.get(RemoteRequest, (meeting_id, person_id))
    if row is None:
        raise MovedOn("Det finns ingen begäran om distans.")
    words, said = _words(why, "why"), Answer(answer)
    if fault := answer_fault(said, words):
        raise BadInput(fault.text, "why")
    if (row.answer, row.why) == (said, words or None):
        raise MovedOn()
    if said is Answer.REFUSED:
        _check_not_there(session, meeting_id, person_id)
    _answer(session, row, said, words or None, at_roll_call=False, by=by)


def grant_now(session: Session, meeting_id: int, person_id: int, *, by: Actor) -> None:
    """In the moment, at the roll call or when somebody comes: also for one who has not asked."""
    if not policy.may_decide_on_distance(session, meeting_id, by):
        raise NotAllowed("Ordföranden avgör vem som får delta på distans.")
    meeting = _coming(session, meeting_id)
    if distance.standing_of(session, meeting, person_id).may_check_in:
        raise MovedOn()
    named(session, meeting_id, person_id)
    row = session.get(RemoteRequest, (meeting_id, person_id))
    if row is None:
        row = _ask(session, meeting_id, person_id, None, True, by)
    _answer(session, row, Answer.GRANTED, None, at_roll_call=True, by=by)


def check_granted(session: Session, meeting: Meeting, person_id: int, mode: Mode) -> None:
    """Nobody begins to serve at a distance without a yes, where the council asks for one."""
    if mode is Mode.HALL:
        return
    found = distance.standing_of(session, meeting, person_id)
    if not found.may_check_in:
        name = named(session, meeting.id, person_id).name
        raise RuleBroken(found.refusal, name=name)


def let_in(
    session: Session, meeting: Meeting, person_id: int, mode: Mode, confirmed: bool, *, by: Actor
) -> None:
    """As above; whoever decides is asked to say yes in the moment, and the yes is recorded."""
    found = distance.standing_of(session, meeting, person_id)
    if mode is Mode.HALL or found.may_check_in:
        return None
    if not policy.may_decide_on_distance(session, meeting.id, by):
        return check_granted(session, meeting, person_id, mode)
    if not confirmed:
        name = named(session, meeting.id, person_id).name
        raise NeedsConfirmation(found.question, name=name)
    return grant_now(session, meeting.id, person_id, by=by)


def _coming(session: Session, meeting_id: int) -> Meeting:
    """A meeting that has been convened, is not over and where distance is allowed at all."""
    meeting = state.meeting(session, meeting_id)
    now = state.state(meeting)
    if now is MeetingState.PLANNED:
        raise RuleBroken("Sammanträdet är inte kungjort än.")
    if now is MeetingState.CLOSED:
        raise RuleBroken("Sammanträdet är avslutat.")
    if not meeting.remote:
        raise RuleBroken("Det här sammanträdet hålls i salen. Det går inte att delta på distans.")
    refusal = may_be_remote(state.day(meeting), state.procedure(meeting), presides=False)
    if refusal:
        raise RuleBroken(refusal.text)
    return meeting


def _check_not_there(session: Session, meeting_id: int, person_id: int) -> None:
    """A yes holds as long as the member serves at a distance, also while she stands aside."""
    seat = own_seat(session, meeting_id, person_id)
    stretch = last_stretch(session, meeting_id, person_id)
    serves = seat is not None and person_id in (seat.serving_id, seat.recused_id)
    if serves and stretch is not None and stretch.mode == Mode.REMOTE:
        raise RuleBroken("Ledamoten deltar redan på distans.")


def _ask(
    session: Session, meeting_id: int, person_id: int, reason: str | None, late: bool, by: Actor
) -> RemoteRequest:
    row = session.get(RemoteRequest, (meeting_id, person_id))
    if row is None:
        row = RemoteRequest(meeting_id=meeting_id, person_id=person_id)
        session.add(row)
    row.reason, row.late = reason, late
    row.asked_at, row.asked_by = clock.now(), by.person_id
    row.answer = row.why = row.answered_at = row.answered_by = None
    return row


def _answer(
    session: Session,
    row: RemoteRequest,
    answer: Answer,
    why: str | None,
    *,
    at_roll_call: bool,
    by: Actor,
) -> None:
    row.answer, row.why = answer, why
    row.answered_at, row.answered_by = clock.now(), by.person_id
    who = named(session, row.meeting_id, row.person_id)
    log.append(session, RemoteAnswered(who.id, who.name, answer, at_roll_call), by=by)


def _words(text: str, field: str) -> str:
    words = text.strip()
    if len(words) > LONGEST:
        raise BadInput("Texten är för lång. Högst {most} tecken får plats.", field, most=LONGEST)
    return words
