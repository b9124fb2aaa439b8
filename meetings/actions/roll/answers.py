"""The roll call: every name is called and answered, then the chair states the number."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from meetings.actions import asking, distance, seating
from meetings.facts import MemberAbsent, RollCalled
from meetings.models import Meeting, Mode, Seat
from meetings.queries import service, state
from meetings.queries.people import named
from meetings.queries.roll import summary_for
from meetings.rules.attendance import may_serve
from meetings.rules.lifecycle import Step

ABSENT = "absent"


def answer_roll(
    session: Session,
    meeting_id: int,
    seat: int,
    answer: str,
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """`answer`: hall, remote or absent, as the chair or the clerk heard it.

    Until the roll call is finished an answer may be put right; then arrivals and leaving begin.
    `confirmed`: the chair grants a distance that nobody has asked for.
    """
    asking.leader(session, meeting_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.CALL_ROLL)
    if meeting.roll_called_at:
        raise RuleBroken("Uppropet är klart. Anteckna ankomst eller avgång i stället.")
    row = asking.seat_of(session, meeting_id, seat)
    if row.member_id is None:
        raise RuleBroken("Platsen är vakant. Kalla in en ersättare.")
    if row.serving_id not in (None, row.member_id):
        raise RuleBroken("En ersättare tjänstgör redan på platsen.")
    if answer == ABSENT:
        _note_absent(session, meeting, row, by=by)
    else:
        _note_present(session, meeting, row, Mode(answer), confirmed, by=by)


def finish_roll(session: Session, meeting_id: int, *, by: Actor) -> None:
    """Who has not answered is absent.  Too few is stated, and stops the next item (KL 5:45)."""
    asking.leader(session, meeting_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.CALL_ROLL)
    if meeting.roll_called_at:
        raise MovedOn("Uppropet är redan klart.")
    meeting.roll_called_at = clock.now()
    silent = update(Seat).where(Seat.meeting_id == meeting_id, Seat.answered_at.is_(None))
    session.execute(silent.values(answered_at=meeting.roll_called_at))
    now = summary_for(session, meeting, None)
    counted = (now.present, now.hall, now.remote, now.seats, now.needed)
    log.append(session, RollCalled(*counted), by=by)


def _note_absent(session: Session, meeting: Meeting, row: Seat, *, by: Actor) -> None:
    if row.member_id == meeting.presiding_id:
        raise RuleBroken("Låt en vice ordförande ta över ordförandeplatsen först.")
    if row.serving_id is not None:
        seating.stand(session, row, "corrected", by=by)
    elif row.answered_at is not None:
        return
    row.answered_at = clock.now()
    member = named(session, meeting.id, row.member_id or 0)
    log.append(session, MemberAbsent(row.seat, member.id, member.name, member.party), by=by)


def _note_present(
    session: Session, meeting: Meeting, row: Seat, mode: Mode, confirmed: bool, *, by: Actor
) -> None:
    if (row.serving_id, row.mode) == (row.member_id, mode):
        return
    member = named(session, meeting.id, row.member_id or 0)
    seating.check_mode(session, meeting, member.id, mode)
    if row.serving_id is not None:
        distance.let_in(session, meeting, member.id, mode, confirmed, by=by)
        seating.change_mode(session, row, mode, by=by)
        return
    if refusal := may_serve(state.today(), service.stops(session, meeting.id, member.id)):
        raise RuleBroken(refusal.text)
    distance.let_in(session, meeting, member.id, mode, confirmed, by=by)
    seating.sit(session, row, member, mode, by=by)
