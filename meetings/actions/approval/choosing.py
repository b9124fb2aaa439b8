"""Who approves the minutes with the chair, and when and where (KL 5:69)."""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core import log, swedish
from core.actor import Actor
from core.errors import NeedsConfirmation, RuleBroken
from meetings.actions import asking
from meetings.facts import VerifiersChosen
from meetings.models import ApprovalPlan, Attendance, Meeting, Verifier
from meetings.queries import approval, state
from meetings.queries.people import named
from meetings.queries.roll import own_seat
from meetings.rules.approval import why_not_chosen
from meetings.rules.lifecycle import MeetingState, Step


def choose_verifiers(
    session: Session,
    meeting_id: int,
    people: tuple[int, ...],
    on: str,
    starts: str | None,
    place: str | None,
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """Members and serving substitutes who are here; `on` as ISO text, `starts` as local time.

    Afterwards only what the council chose is put right, knowingly.
    """
    asking.leader(session, meeting_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.CHOOSE_VERIFIERS)
    _check_not_under_way(session, meeting_id)
    needed = state.procedure(meeting).minutes_verifiers
    if why := why_not_chosen(people, meeting.presiding_id, needed):
        raise RuleBroken(why)
    for person in people:
        _check_serves(session, meeting, person)
    if not confirmed:
        _warn(meeting, on)
    _write(session, meeting_id, people, on, starts, place)
    chosen = tuple(approval.verifiers(session, meeting_id))
    log.append(session, VerifiersChosen(chosen, on, starts, place), by=by)


def _check_not_under_way(session: Session, meeting_id: int) -> None:
    if approval.approved(session, meeting_id, None):
        raise RuleBroken("Protokollet är redan justerat.")
    if approval.any_waiting(session, meeting_id):
        raise RuleBroken("Justeringen pågår. Ta först tillbaka texten från justering.")


def _check_serves(session: Session, meeting: Meeting, person_id: int) -> None:
    """Here and in a seat; when the meeting is over, has been."""
    who = named(session, meeting.id, person_id).name
    if state.state(meeting) is MeetingState.CLOSED:
        sat = select(Attendance.id).where(
            Attendance.meeting_id == meeting.id,
            Attendance.person_id == person_id,
            Attendance.seat.is_not(None),
        )
        if session.scalar(sat.limit(1)) is None:
            raise RuleBroken("{who} tjänstgjorde inte i sammanträdet.", who=who)
        return
    seat = own_seat(session, meeting.id, person_id)
    if seat is None or seat.serving_id != person_id:
        raise RuleBroken("{who} tjänstgör inte just nu.", who=who)


def _warn(meeting: Meeting, on: str) -> None:
    if state.state(meeting) is MeetingState.CLOSED:
        raise NeedsConfirmation(
            "Sammanträdet är avslutat. Ändra bara till det som fullmäktige har bestämt. Spara?"
        )
    latest = approval.days(meeting).approve_latest
    if date.fromisoformat(on) > latest:
        raise NeedsConfirmation(
            "Protokollet ska justeras senast {day}, inom fjorton dagar (5 kap. 69 §). Spara ändå?",
            day=swedish.long_date(latest),
        )


def _write(
    session: Session,
    meeting_id: int,
    people: tuple[int, ...],
    on: str,
    starts: str | None,
    place: str | None,
) -> None:
    session.execute(delete(Verifier).where(Verifier.meeting_id == meeting_id))
    for position, person in enumerate(people, start=1):
        session.add(Verifier(meeting_id=meeting_id, person_id=person, position=position))
    plan = approval.plan(session, meeting_id)
    if plan is None:
        plan = ApprovalPlan(meeting_id=meeting_id)
        session.add(plan)
    plan.date, plan.starts, plan.place = on, starts, place
    session.flush()
