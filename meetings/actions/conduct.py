"""Leading the meeting: opened, adjourned and resumed, closed, and by whom.

Kommunallagen 5 kap. 11, 43, 45 §§ (PRES-1, ORD-1).
"""

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from agenda.queries.meetings import meeting_now
from agenda.queries.notices import announced
from agenda.rules.deadlines import latest_days
from core import clock, log, swedish
from core.actor import Actor
from core.errors import MovedOn, NeedsConfirmation, NotAllowed, RuleBroken
from councils.models import Council, RoleHeld
from councils.models.people import PRESIDIUM
from meetings import policy
from meetings.actions import asking, seating
from meetings.actions.speaking import end_running
from meetings.facts import (
    ChairTaken,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    RollSeat,
)
from meetings.models import Adjournment, Attendance, Handling, Meeting, Mode, Seat
from meetings.queries import items, state
from meetings.queries.items import ItemState
from meetings.queries.people import named
from meetings.queries.roll import own_seat, roll, summary_for
from meetings.rules.convening import why_not_open
from meetings.rules.lifecycle import MeetingState, Step
from meetings.rules.quorum import quorum_needed


def open_meeting(session: Session, meeting_id: int, *, by: Actor) -> None:
    """The roll call begins: from here on presence is taken."""
    asking.leader(session, meeting_id, by)
    meeting = state.meeting(session, meeting_id)
    if meeting.opened_at:
        raise MovedOn("Sammanträdet är redan öppnat.")
    asking.meeting_when(session, meeting_id, Step.OPEN)
    if meeting.presiding_id is None:
        raise RuleBroken("Ange först vem som leder sammanträdet.")
    _check_announced(session, meeting)
    meeting.opened_at = clock.now()
    log.append(session, _opened(session, meeting, meeting.presiding_id), by=by)


def take_chair(session: Session, meeting_id: int, person_id: int, *, by: Actor) -> None:
    """Somebody else leads from now on: in the hall, and one of the presidium if one is here."""
    if not policy.may_take_chair(session, meeting_id, person_id, by):
        raise NotAllowed("Ordförandeplatsen lämnas över av ordföranden eller sekreteraren.")
    meeting = asking.meeting_when(session, meeting_id, Step.LEAVE)
    if meeting.presiding_id == person_id:
        raise MovedOn()
    asking.no_vote_going_on(items.current(session, meeting_id))
    _check_may_lead(session, meeting, person_id)
    meeting.presiding_id = person_id
    who = named(session, meeting_id, person_id)
    log.append(session, ChairTaken(who.id, who.name, who.party), by=by)


def adjourn(
    session: Session, meeting_id: int, until: str | None, reason: str | None, *, by: Actor
) -> int:
    """A pause.  `until`: the local time the chair names, "19:30"."""
    asking.leader(session, meeting_id, by)
    meeting = state.meeting(session, meeting_id)
    if meeting.adjourned_at:
        raise MovedOn("Sammanträdet är redan ajournerat.")
    asking.meeting_when(session, meeting_id, Step.ADJOURN)
    asking.no_vote_going_on(items.current(session, meeting_id))
    end_running(session, meeting_id, by=by)
    meeting.adjourned_at = clock.now()
    pause = Adjournment(meeting_id=meeting_id, at=meeting.adjourned_at, until=until)
    session.add(pause)
    session.flush()
    log.append(session, MeetingAdjourned(until, reason), by=by)
    return pause.id


def resume(session: Session, meeting_id: int, *, by: Actor) -> None:
    asking.leader(session, meeting_id, by)
    meeting = state.meeting(session, meeting_id)
    if state.state(meeting) is MeetingState.OPEN:
        raise MovedOn("Sammanträdet pågår redan.")
    asking.meeting_when(session, meeting_id, Step.RESUME)
    _end_pause(session, meeting)
    present = summary_for(session, meeting, None).present
    log.append(session, MeetingResumed(present), by=by)


def close_meeting(session: Session, meeting_id: int, confirmed: bool = False, *, by: Actor) -> None:
    """For good.  Items that nobody has handled are named first."""
    asking.leader(session, meeting_id, by)
    meeting = state.meeting(session, meeting_id)
    if meeting.closed_at:
        raise MovedOn("Sammanträdet är redan avslutat.")
    asking.meeting_when(session, meeting_id, Step.CLOSE)
    if (now := items.current(session, meeting_id)) is not None:
        raise RuleBroken("Avsluta ärendet {item} först.", item=now.item.title)
    if not confirmed and (left := _left_over(session, meeting_id)):
        raise NeedsConfirmation("Ärenden som inte är behandlade: {left}. Avsluta ändå?", left=left)
    if meeting.adjourned_at:
        _end_pause(session, meeting)
    meeting.closed_at = clock.now()
    _everybody_leaves(session, meeting)
    log.append(session, MeetingClosed(_paragraphs(session, meeting_id)), by=by)


def _opened(session: Session, meeting: Meeting, presiding_id: int) -> MeetingOpened:
    clerk = named(session, meeting.id, meeting.clerk_id).name if meeting.clerk_id else None
    return MeetingOpened(
        council=session.get_one(Council, meeting.council_id).name,
        title=meeting.title,
        date=meeting.date,
        place=meeting.place,
        rehearsal=meeting.rehearsal,
        presiding_id=presiding_id,
        presiding=named(session, meeting.id, presiding_id).name,
        clerk=clerk,
        needed=quorum_needed(meeting.seats),
        roll=tuple(
            RollSeat(row.seat, row.member_id, row.member, row.party)
            for row in roll(session, meeting.id)
        ),
    )


def _check_announced(session: Session, meeting: Meeting) -> None:
    """KL 5:13–14, INC-6.  A rehearsal is not announced."""
    told = announced(session, meeting_now(session, meeting.id))
    if meeting.rehearsal or (why := why_not_open(told.status)) is None:
        return
    latest = latest_days(state.day(meeting))
    raise RuleBroken(
        "{why} Sista dagen var {ordinary}, för brådskande ärenden {urgent}. "
        "Har kungörelsen suttit på en annan anslagstavla i tid, så skriv in det.",
        why=why,
        ordinary=swedish.long_date(latest.ordinary),
        urgent=swedish.long_date(latest.urgent),
    )


def _check_may_lead(session: Session, meeting: Meeting, person_id: int) -> None:
    seat = own_seat(session, meeting.id, person_id)
    serves = seat is not None and seat.serving_id == person_id
    if meeting.roll_called_at and not serves:
        raise RuleBroken("Den som leder sammanträdet måste vara här och tjänstgöra.")
    if not policy.is_in_presidium(session, meeting.id, person_id):
        _check_presidium_is_away(session, meeting, seat)
    if serves and seat is not None and seat.mode == Mode.REMOTE:
        seating.check_mode(session, meeting, person_id, Mode.REMOTE, presides=True)


def _check_presidium_is_away(session: Session, meeting: Meeting, seat: Seat | None) -> None:
    """PRES-1: anyone else only where none of the elected is here."""
    if seat is None:
        raise RuleBroken("Den som leder sammanträdet måste vara ledamot.")
    elected = (
        select(Seat.seat)
        .join(RoleHeld, RoleHeld.person_id == Seat.serving_id)
        .where(
            Seat.meeting_id == meeting.id,
            Seat.serving_id != meeting.presiding_id,
            RoleHeld.council_id == meeting.council_id,
            RoleHeld.role.in_(PRESIDIUM),
        )
    )
    if session.scalar(elected.limit(1)) is not None:
        raise RuleBroken("En vice ordförande är här och leder sammanträdet.")


def _end_pause(session: Session, meeting: Meeting) -> None:
    meeting.adjourned_at = None
    paused = update(Adjournment).where(
        Adjournment.meeting_id == meeting.id, Adjournment.resumed_at.is_(None)
    )
    session.execute(paused.values(resumed_at=clock.now()))


def _left_over(session: Session, meeting_id: int) -> str:
    left = [
        row.item
        for row in items.agenda(session, meeting_id)
        if row.state in (ItemState.COMING, ItemState.PUT_OFF)
    ]
    return ", ".join(str(item.number) if item.number else item.title for item in left)


def _everybody_leaves(session: Session, meeting: Meeting) -> None:
    here = update(Attendance).where(
        Attendance.meeting_id == meeting.id, Attendance.left_at.is_(None)
    )
    session.execute(here.values(left_at=meeting.closed_at, why_left="closed"))
    for seat in session.scalars(select(Seat).where(Seat.meeting_id == meeting.id)):
        seating.empty(seat)


def _paragraphs(session: Session, meeting_id: int) -> int:
    handled = select(func.count(Handling.paragraph.distinct())).where(
        Handling.meeting_id == meeting_id
    )
    return session.scalar(handled) or 0
