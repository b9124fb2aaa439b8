"""Arriving late, moving between the hall and a distance, and leaving (KL 5:19–20)."""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import NeedsConfirmation, NotAllowed, NotFound, RuleBroken
from core.words import Sentence
from councils.models import Role
from councils.queries.people import has_role
from meetings import policy
from meetings.actions import asking, distance, seating
from meetings.facts import MemberLeft, MemberMoved
from meetings.models import Line, Meeting, Mode, Seat
from meetings.queries import items, service, state
from meetings.queries.conflicts import must_stay_aside
from meetings.queries.people import Named, named
from meetings.queries.roll import own_seat
from meetings.queries.service import last_stretch
from meetings.queries.substitutes import is_substitute
from meetings.rules.attendance import SeatRefusal, may_step_in
from meetings.rules.lifecycle import MeetingState, Step
from meetings.rules.remote import may_secretary_be_remote

COSTS_THE_DAY = Sentence(
    "Den som slutar tjänstgöra får inte tjänstgöra igen i dag (5 kap. 20 §). "
    "Är du säker på att {who} ska lämna sammanträdet?"
)


def arrive(
    session: Session,
    meeting_id: int,
    mode: str,
    person_id: int | None = None,
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """A member comes, during the roll call or later.  The chair or the clerk may note it.

    `confirmed`, here and below: the chair grants a distance that nobody has asked for.
    """
    person_id = by.person_id if person_id is None else person_id
    asking.oneself_or_leader(session, meeting_id, person_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.CHECK_IN)
    if state.state(meeting) is MeetingState.CONVENED:
        raise RuleBroken("Sammanträdet är inte öppnat än. Närvaron tas vid uppropet.")
    person, place = named(session, meeting_id, person_id), Mode(mode)
    seat = own_seat(session, meeting_id, person_id)
    if seat is None:
        _arrive_without_seat(session, meeting, person, place, by=by)
    elif seat.serving_id == person_id:
        _change_place(session, meeting, seat, place, confirmed, by=by)
    else:
        _take_seat(session, meeting, seat, person, place, confirmed, by=by)


def move(
    session: Session,
    meeting_id: int,
    mode: str,
    person_id: int | None = None,
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """From the hall to a distance or back, still serving."""
    person_id = by.person_id if person_id is None else person_id
    asking.oneself_or_leader(session, meeting_id, person_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.CHECK_IN)
    seat = own_seat(session, meeting_id, person_id)
    if seat is None or seat.serving_id != person_id:
        raise RuleBroken("Den som inte tjänstgör kan inte byta plats.")
    _change_place(session, meeting, seat, Mode(mode), confirmed, by=by)


def leave(
    session: Session,
    meeting_id: int,
    person_id: int | None = None,
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """Stop serving.  By the chair for somebody whose line is lost: deemed absent (REM-5)."""
    person_id = by.person_id if person_id is None else person_id
    asking.oneself_or_leader(session, meeting_id, person_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.LEAVE)
    seat = own_seat(session, meeting_id, person_id)
    person = named(session, meeting_id, person_id)
    if meeting.presiding_id == person_id and seat is not None and seat.serving_id == person_id:
        raise RuleBroken("Lämna över ordförandeplatsen först.")
    if seat is None or person_id not in (seat.serving_id, seat.recused_id):
        return _leave_without_seat(session, meeting, person, by=by)
    if not confirmed:
        who = Sentence("du") if by.person_id == person_id else person.name
        raise NeedsConfirmation(COSTS_THE_DAY, who=who)
    why = _why(session, seat, person_id, by)
    if seat.serving_id == person_id:
        seating.stand(session, seat, why, by=by)
    else:
        _leave_while_recused(session, seat, person, why, by=by)
    return None


def _arrive_without_seat(
    session: Session, meeting: Meeting, person: Named, mode: Mode, *, by: Actor
) -> None:
    """Commissioners, officials and others who take part without deciding (KL 5:39–41)."""
    if is_substitute(session, meeting, person.id):
        raise RuleBroken("Ersättare tjänstgör när de kallas in.")
    may = policy.may_speak(session, meeting.id, person.id)
    if not (may or policy.may_lead(session, meeting.id, by)):
        raise NotAllowed("Kansliet antecknar andra som deltar i sammanträdet.")
    seating.check_mode(session, meeting, person.id, mode)
    _check_secretary(session, meeting, person.id, mode)
    before = last_stretch(session, meeting.id, person.id)
    if before is None or before.left_at is not None:
        seating.attend_without_seat(session, meeting.id, person, mode, by=by)
    elif before.mode != mode:
        before.mode = mode
        log.append(session, MemberMoved(None, person.id, person.name, mode), by=by)


def _check_secretary(session: Session, meeting: Meeting, person_id: int, mode: Mode) -> None:
    is_clerk = has_role(session, meeting.council_id, person_id, Role.CLERK)
    refusal = may_secretary_be_remote(state.procedure(meeting))
    if mode is Mode.REMOTE and is_clerk and refusal:
        raise RuleBroken(refusal.text)


def _take_seat(
    session: Session,
    meeting: Meeting,
    seat: Seat,
    person: Named,
    mode: Mode,
    confirmed: bool,
    *,
    by: Actor,
) -> None:
    """The member's own seat: empty, or with a substitute in it."""
    if refusal := _refusal(session, meeting, seat, person.id):
        raise RuleBroken(refusal.text)
    seating.check_mode(session, meeting, person.id, mode)
    distance.let_in(session, meeting, person.id, mode, confirmed, by=by)
    if seat.serving_id is not None:
        seating.stand(session, seat, "replaced", by=by)
    seating.sit(session, seat, person, mode, by=by)


def _refusal(session: Session, meeting: Meeting, seat: Seat, person_id: int) -> SeatRefusal | None:
    now = items.current(session, meeting.id)
    return may_step_in(
        state.today(),
        service.stops(session, meeting.id, person_id),
        substitute_serves=seat.serving_id is not None,
        item_open=now is not None,
        recused=seat.recused_id == person_id or must_stay_aside(session, now, person_id),
        swap=state.procedure(meeting).substitute_swap,
    )


def _change_place(
    session: Session, meeting: Meeting, seat: Seat, mode: Mode, confirmed: bool, *, by: Actor
) -> None:
    if seat.mode == mode:
        return
    seating.check_mode(session, meeting, seat.serving_id or 0, mode)
    distance.let_in(session, meeting, seat.serving_id or 0, mode, confirmed, by=by)
    seating.change_mode(session, seat, mode, by=by)


def _leave_without_seat(session: Session, meeting: Meeting, person: Named, *, by: Actor) -> None:
    stretch = last_stretch(session, meeting.id, person.id)
    if stretch is None or stretch.left_at is not None:
        raise NotFound("Personen är inte antecknad som närvarande.")
    seating.leave_the_floor(session, meeting.id, person.id, by=by)
    seating.end_stretch(session, meeting.id, person.id, "left")
    log.append(session, MemberLeft(None, person.id, person.name, person.party, "left"), by=by)


def _leave_while_recused(
    session: Session, seat: Seat, person: Named, why: str, *, by: Actor
) -> None:
    """Went home instead of waiting: the seat is not kept, and the day is over."""
    seat.recused_id = None
    stretch = last_stretch(session, seat.meeting_id, person.id)
    if stretch is not None:
        stretch.why_left = why
    log.append(session, MemberLeft(seat.seat, person.id, person.name, person.party, why), by=by)


def _why(session: Session, seat: Seat, person_id: int, by: Actor) -> str:
    """One's own word is leaving; the chair's about a lost line is a lasting loss."""
    serves_remote = (seat.serving_id, seat.mode) == (person_id, Mode.REMOTE)
    if by.person_id == person_id or not serves_remote:
        return "left"
    line = session.get(Line, (seat.meeting_id, person_id))
    return "absent_line" if line is not None and line.state == "lost" else "left"
