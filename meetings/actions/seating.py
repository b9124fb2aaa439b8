"""How a seat is taken and left: the row, the stretch of service and the fact, always together."""

from sqlalchemy import Update, update
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import RuleBroken
from councils.models import Role
from councils.queries.people import has_role
from meetings import policy
from meetings.actions.speaking import end_running
from meetings.facts import MemberArrived, MemberLeft, MemberMoved, RecusalEnded
from meetings.models import Attendance, Meeting, Mode, Request, Seat
from meetings.queries import items, service, state
from meetings.queries.conflicts import must_stay_aside
from meetings.queries.people import Named, named
from meetings.rules.remote import may_be_remote, must_be_in_the_hall


def check_mode(
    session: Session, meeting: Meeting, person_id: int, mode: Mode, *, presides: bool = False
) -> None:
    """At a distance only where it is decided, and never the presidium (KL 5:16, REM-2)."""
    if mode is Mode.HALL:
        return
    if not meeting.remote:
        raise RuleBroken("Det här sammanträdet hålls i salen. Det går inte att delta på distans.")
    rules, day = state.procedure(meeting), state.day(meeting)
    leads = presides or meeting.presiding_id == person_id
    in_hall = must_be_in_the_hall(
        rules,
        is_chair=has_role(session, meeting.council_id, person_id, Role.CHAIR),
        is_vice=policy.is_in_presidium(session, meeting.id, person_id),
        presides=leads,
    )
    if refusal := may_be_remote(day, rules, presides=in_hall):
        raise RuleBroken(refusal.text)


def sit(
    session: Session,
    seat: Seat,
    person: Named,
    mode: Mode,
    reason: str | None = None,
    *,
    by: Actor | None,
) -> None:
    """Begin to serve.  The member's return to the own seat also ends a substitute's recusal.

    `reason` here and below: why the record is put right.
    """
    _check_not_accountable(session, seat.meeting_id, person)
    is_member = person.id == seat.member_id
    if is_member:
        seat.recused_id = None
    _fill(seat, person.id, mode)
    for_whom = None if is_member or seat.member_id is None else seat.member_id
    _begin_stretch(session, seat.meeting_id, seat.seat, person.id, mode, for_whom)
    for_name = named(session, seat.meeting_id, for_whom).name if for_whom else None
    who = (seat.seat, person.id, person.name, person.party, mode, for_whom, for_name)
    log.append(session, MemberArrived(*who, reason), by=by)


def stand(
    session: Session, seat: Seat, why: str, reason: str | None = None, *, by: Actor | None
) -> None:
    """Whoever sits here stops serving; speech and requests end with it."""
    person = named(session, seat.meeting_id, seat.serving_id or 0)
    leave_the_floor(session, seat.meeting_id, person.id, by=by)
    end_stretch(session, seat.meeting_id, person.id, why)
    empty(seat)
    who = (seat.seat, person.id, person.name, person.party)
    log.append(session, MemberLeft(*who, why, reason), by=by)


def sit_again(session: Session, seat: Seat, item_id: int, *, by: Actor) -> None:
    """The conflict of interest is over (KL 5:18); a substitute in the seat gives way."""
    person = named(session, seat.meeting_id, seat.recused_id or 0)
    if seat.serving_id is not None:
        stand(session, seat, "replaced", by=by)
    before = service.last_stretch(session, seat.meeting_id, person.id)
    mode = Mode(before.mode) if before else Mode.HALL
    seat.recused_id = None
    _fill(seat, person.id, mode)
    for_whom = before.for_id if before else None
    _begin_stretch(session, seat.meeting_id, seat.seat, person.id, mode, for_whom)
    who = (seat.seat, person.id, person.name, person.party, item_id)
    log.append(session, RecusalEnded(*who), by=by)


def change_mode(
    session: Session, seat: Seat, mode: Mode, reason: str | None = None, *, by: Actor
) -> None:
    """Still serving, from another place; at a distance the identity is asked for anew."""
    person = named(session, seat.meeting_id, seat.serving_id or 0)
    _fill(seat, person.id, mode)
    session.execute(_stretch_of(seat.meeting_id, person.id).values(mode=mode))
    log.append(session, MemberMoved(seat.seat, person.id, person.name, mode, reason), by=by)


def leave_the_floor(session: Session, meeting_id: int, person_id: int, *, by: Actor | None) -> None:
    """Ends the person's speech, and takes all her requests off the list."""
    end_running(session, meeting_id, person_id, by=by)
    waiting = update(Request).where(
        Request.meeting_id == meeting_id,
        Request.person_id == person_id,
        Request.ended_at.is_(None),
    )
    session.execute(waiting.values(ended_at=clock.now(), ended_how="withdrawn"))


def end_stretch(session: Session, meeting_id: int, person_id: int, why: str) -> None:
    ending = _stretch_of(meeting_id, person_id)
    session.execute(ending.values(left_at=clock.now(), why_left=why))


def attend_without_seat(
    session: Session, meeting_id: int, person: Named, mode: Mode, *, by: Actor
) -> None:
    _begin_stretch(session, meeting_id, None, person.id, mode, None)
    arrived = MemberArrived(None, person.id, person.name, person.party, mode, None, None)
    log.append(session, arrived, by=by)


def _check_not_accountable(session: Session, meeting_id: int, person: Named) -> None:
    """By whatever way: nobody is seated in a decision in which she would stand aside (JAV-3)."""
    if must_stay_aside(session, items.current(session, meeting_id), person.id):
        raise RuleBroken(
            "{name} är redovisningsansvarig, eller närstående till någon som är det, och deltar "
            "inte i beslutet (5 kap. 48–49 §§). Vänta till nästa ärende.",
            name=person.name,
        )


def empty(seat: Seat) -> None:
    seat.serving_id = seat.mode = seat.identified_at = seat.identified_by = None


def _fill(seat: Seat, person_id: int, mode: Mode) -> None:
    seat.serving_id, seat.mode = person_id, mode
    seat.answered_at = seat.answered_at or clock.now()
    seat.identified_at = seat.identified_by = None


def _begin_stretch(
    session: Session,
    meeting_id: int,
    seat: int | None,
    person_id: int,
    mode: Mode,
    for_id: int | None,
) -> None:
    stretch = Attendance(meeting_id=meeting_id, seat=seat, person_id=person_id, mode=mode)
    stretch.for_id, stretch.arrived_at = for_id, clock.now()
    session.add(stretch)
    session.flush()


def _stretch_of(meeting_id: int, person_id: int) -> Update:
    return update(Attendance).where(
        Attendance.meeting_id == meeting_id,
        Attendance.person_id == person_id,
        Attendance.left_at.is_(None),
    )
