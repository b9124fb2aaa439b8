"""Before the meeting: planned by the office, then convened to a day, a place and its items.

Kommunallagen 5 kap. 12–15 §§.
"""

from collections.abc import Iterator

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.queries.items import standing
from agenda.queries.meetings import meeting_now
from agenda.queries.notices import announced
from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, NotAllowed, RuleBroken
from councils.models import Council, Mandate, Person, ProcedureInForce, Role, RoleHeld
from councils.queries.sizes import seats_on
from meetings import policy
from meetings.actions import asking
from meetings.actions.board import announce_meeting
from meetings.facts import MeetingChanged, MeetingConvened
from meetings.models import Meeting, Seat
from meetings.queries import state
from meetings.queries.items import paragraph_after_the_last
from meetings.rules.convening import MeetingGround, extra_meeting
from meetings.rules.lifecycle import MeetingState, Step


def plan_meeting(
    session: Session,
    _register: int,
    council_id: int,
    title: str,
    date: str,
    starts: str,
    place: str | None,
    remote: bool,
    first_paragraph: int | None,
    ground: MeetingGround | None = None,
    asked: int | None = None,
    *,
    by: Actor,
) -> int:
    """`date` as ISO text, `starts` as local time "18:00"; the § of the first item.

    Without a § the numbers go on after the meetings before it in the year.  An extra meeting has
    its `ground`, and how many of the members `asked` for it.
    """
    if not policy.may_plan(session, council_id, by):
        raise NotAllowed("Det gör fullmäktiges kansli.")
    council = session.get_one(Council, council_id)
    seats = seats_on(session, council, date)
    meeting = Meeting(council_id=council_id, seats=seats, rehearsal=council.rehearsal)
    meeting.procedure = _rules_on(session, council_id, date)
    meeting.clerk_id = by.person_id
    first = first_paragraph or paragraph_after_the_last(session, council, date)
    _fill(meeting, title, date, starts, place, remote, first)
    _state_ground(meeting, ground, asked)
    session.add(meeting)
    session.flush()
    log.begin(session, meeting.id)
    return meeting.id


def change_meeting(
    session: Session,
    meeting_id: int,
    title: str,
    date: str,
    starts: str,
    place: str | None,
    remote: bool,
    first_paragraph: int | None,
    ground: MeetingGround | None = None,
    asked: int | None = None,
    *,
    by: Actor,
) -> None:
    """Until it opens.  Once the summons has gone out the change is part of the record."""
    asking.clerk(session, meeting_id, by)
    meeting = state.meeting(session, meeting_id)
    now = state.state(meeting)
    if now not in (MeetingState.PLANNED, MeetingState.CONVENED):
        raise RuleBroken("Sammanträdet är redan öppnat och kan inte ändras.")
    meeting.procedure = _rules_on(session, meeting.council_id, date)
    first = first_paragraph or meeting.first_paragraph
    _fill(meeting, title, date, starts, place, remote, first)
    _state_ground(meeting, ground, asked)
    if now is MeetingState.PLANNED:
        return log.pulse(session, MeetingChanged.kind)
    changed = MeetingChanged(title, date, starts, place, remote, first, ground, meeting.asked)
    return log.append(session, changed, by=by)


def convene(
    session: Session, meeting_id: int, again: bool = False, announce: bool = False, *, by: Actor
) -> None:
    """The summons goes out: the meeting gets its seats and keeps the rules now in force.

    `again`: members or rules have changed since, and everybody is summoned anew.  `announce`: the
    notice is posted in the same breath.
    """
    asking.clerk(session, meeting_id, by)
    meeting = state.meeting(session, meeting_id)
    if meeting.convened_at and not again:
        raise MovedOn("Sammanträdet är redan kallat.")
    if not meeting.convened_at:
        asking.meeting_when(session, meeting_id, Step.CONVENE)
    elif meeting.opened_at:
        raise RuleBroken("Sammanträdet är redan öppnat.")
    items = _count_items(session, meeting_id)
    if not items:
        raise RuleBroken("Lägg till minst ett ärende innan ni kallar.")
    council = session.get_one(Council, meeting.council_id)
    meeting.seats = seats_on(session, council, meeting.date)
    meeting.convened_at = clock.now()
    meeting.procedure = _rules_on(session, council.id, meeting.date)
    meeting.presiding_id = _elected_chair(session, council.id)
    meeting.clerk_id = meeting.clerk_id or by.person_id
    _set_out_seats(session, meeting)
    ground = (meeting.ground, meeting.asked)
    told = MeetingConvened(meeting.date, meeting.starts, meeting.place, items, *ground)
    log.append(session, told, by=by)
    if announce and not _is_all_announced(session, meeting_id):
        announce_meeting(session, meeting_id, by=by)


def _is_all_announced(session: Session, meeting_id: int) -> bool:
    told = announced(session, meeting_now(session, meeting_id))
    return all(item.id in told.days for item in standing(session, meeting_id))


def _fill(
    meeting: Meeting,
    title: str,
    date: str,
    starts: str,
    place: str | None,
    remote: bool,
    first_paragraph: int,
) -> None:
    if first_paragraph < 1:
        raise RuleBroken("Första paragrafen ska vara minst 1.")
    meeting.title, meeting.date, meeting.starts = title, date, starts
    meeting.place, meeting.remote = place, remote
    meeting.first_paragraph = first_paragraph


def _state_ground(meeting: Meeting, ground: MeetingGround | None, asked: int | None) -> None:
    """KL 5:12 (MEET-1): the members must be a third of the seats."""
    meeting.ground = ground
    meeting.asked = asked if ground is MeetingGround.MEMBERS else None
    if ground is not MeetingGround.MEMBERS:
        return
    found = extra_meeting(meeting.seats, requested_by=min(asked or 0, meeting.seats))
    if not found.must_be_held:
        raise RuleBroken(
            "Minst {needed} av {seats} ledamöter ska begära det (5 kap. 12 §).",
            needed=found.needed,
            seats=meeting.seats,
        )


def _rules_on(session: Session, council_id: int, date: str) -> dict[str, object]:
    """The rules of procedure in force on the day of the meeting."""
    latest = (
        select(ProcedureInForce.settings)
        .where(ProcedureInForce.council_id == council_id, ProcedureInForce.valid_from <= date)
        .order_by(ProcedureInForce.valid_from.desc())
    )
    return dict(session.scalar(latest.limit(1)) or {})


def _count_items(session: Session, meeting_id: int) -> int:
    kept = select(func.count()).where(Item.meeting_id == meeting_id, Item.removed_at.is_(None))
    return session.scalar(kept) or 0


def _elected_chair(session: Session, council_id: int) -> int | None:
    chair = select(RoleHeld.person_id).where(
        RoleHeld.council_id == council_id, RoleHeld.role == Role.CHAIR
    )
    return session.scalar(chair.limit(1))


def _set_out_seats(session: Session, meeting: Meeting) -> None:
    session.execute(delete(Seat).where(Seat.meeting_id == meeting.id))
    held = {mandate.seat: (mandate, party) for mandate, party in _mandates(session, meeting)}
    for number in range(1, meeting.seats + 1):
        mandate, party = held.get(number, (None, None))
        seat = Seat(meeting_id=meeting.id, seat=number, party_id=party)
        if mandate is not None and _is_in_force(mandate, meeting.date):
            seat.member_id = mandate.person_id
        session.add(seat)


def _mandates(session: Session, meeting: Meeting) -> Iterator[tuple[Mandate, int | None]]:
    """Begun by the day of the meeting, so that a vacant seat still has its last holder's party."""
    begun = (
        select(Mandate, Person.party_id)
        .join(Person, Person.id == Mandate.person_id)
        .where(Mandate.council_id == meeting.council_id, Mandate.seat.is_not(None))
        .order_by(Mandate.since.is_not(None), Mandate.since, Mandate.id)
    )
    for mandate, party in session.execute(begun):
        if mandate.since is None or mandate.since <= meeting.date:
            yield mandate, party


def _is_in_force(mandate: Mandate, date: str) -> bool:
    return mandate.until is None or mandate.until > date
