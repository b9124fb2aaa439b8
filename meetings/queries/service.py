"""Who has served, and who has stopped: kommunallagen 5 kap. 20 § as the tables know it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import swedish
from meetings.models import Attendance, Handling
from meetings.rules.attendance import Stop, StopReason, drop_counts_as_stop
from meetings.rules.steps import ItemStep

STOPS = {"left": StopReason.LEFT, "absent_line": StopReason.LOST_LINE}


def stops(session: Session, meeting_id: int, person_id: int) -> list[Stop]:
    """When the person stopped serving in this meeting, as far as it counts."""
    ended = select(Attendance.id).where(
        Attendance.meeting_id == meeting_id,
        Attendance.person_id == person_id,
        Attendance.why_left.in_(STOPS),
    )
    if session.scalar(ended.limit(1)) is None:
        return []
    return stops_of_everybody(session, meeting_id).get(person_id, [])


def stops_of_everybody(session: Session, meeting_id: int) -> dict[int, list[Stop]]:
    """By person, in two statements."""
    stretches = stretches_of(session, meeting_id)
    handled = select(Handling).where(Handling.meeting_id == meeting_id)
    handlings = session.scalars(handled).all()
    found: dict[int, list[Stop]] = {}
    for stretch in stretches:
        if stretch.left_at and stretch.why_left in STOPS and _counts(stretch, stretches, handlings):
            stop = Stop(swedish.local_day(stretch.left_at), STOPS[stretch.why_left])
            found.setdefault(stretch.person_id, []).append(stop)
    return found


def stretches_of(session: Session, meeting_id: int) -> Sequence[Attendance]:
    """Every stretch of service in the meeting, as they began."""
    mine = select(Attendance).where(Attendance.meeting_id == meeting_id)
    return session.scalars(mine.order_by(Attendance.id)).all()


def last_stretch(session: Session, meeting_id: int, person_id: int) -> Attendance | None:
    mine = select(Attendance).where(
        Attendance.meeting_id == meeting_id, Attendance.person_id == person_id
    )
    return session.scalar(mine.order_by(Attendance.id.desc()).limit(1))


def _counts(
    stretch: Attendance, stretches: Sequence[Attendance], handlings: Sequence[Handling]
) -> bool:
    """A lost line costs the day only if something happened without the member (U5)."""
    if stretch.why_left != "absent_line":
        return True
    return drop_counts_as_stop(
        item_decided=any(_decided_after(handling, stretch) for handling in handlings),
        substitute_entered=any(_entered_after(other, stretch) for other in stretches),
    )


def _decided_after(handling: Handling, stretch: Attendance) -> bool:
    if handling.closed_at is None:
        return handling.step == ItemStep.DECISION
    return handling.closed_at >= (stretch.left_at or "")


def _entered_after(other: Attendance, stretch: Attendance) -> bool:
    in_her_seat = other.seat == stretch.seat and other.person_id != stretch.person_id
    return in_her_seat and other.arrived_at >= (stretch.left_at or "")
