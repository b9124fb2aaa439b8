"""Who stands aside for the open item, and who may be called instead (KL 5:18, 5:47, JAV-1)."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Accountable
from agenda.queries.accountable import is_accountable
from agenda.rules.audit import AuditMatter
from councils.models import Party, Person
from meetings.models import Meeting, Seat
from meetings.queries.items import Current
from meetings.queries.people import Named, named
from meetings.queries.substitutes import calling_order, free_by_name, order_stops
from meetings.rules.conflict import must_stand_aside
from meetings.rules.steps import ItemStep


@dataclass(frozen=True)
class Aside:
    """A seat that is empty because somebody stands aside.  `following`: who is called, in order.

    `order_stops`: at the own constituency, for want of the party's votes in the others.
    `is_by_name`: the order names nobody, but the chair may choose among the party's substitutes.
    """

    seat: int
    person_id: int
    name: str
    party: str | None
    following: tuple[Named, ...]
    order_stops: bool
    is_by_name: bool


def standing_aside(session: Session, meeting: Meeting) -> list[Aside]:
    """One question as long as nobody does."""
    return list(_asides(session, meeting))


def not_yet_aside(session: Session, meeting: Meeting, now: Current) -> list[Named]:
    """Who is listed as accountable, still serves, and has to stand aside by now.  JAV-3."""
    return accountable_serving(session, meeting, now) if _is_time(now) else []


def accountable_serving(session: Session, meeting: Meeting, now: Current) -> list[Named]:
    """Also while they may still speak: whatever is put to the council is put without them."""
    if now.item.audit is None:
        return []
    serving = (
        select(Seat.serving_id)
        .join(Accountable, Accountable.person_id == Seat.serving_id)
        .where(Seat.meeting_id == meeting.id, Accountable.item_id == now.item.id)
        .order_by(Seat.seat)
    )
    return [named(session, meeting.id, each) for each in session.scalars(serving) if each]


def must_stay_aside(session: Session, now: Current | None, person_id: int) -> bool:
    """One who comes when those accountable have stood aside waits for the next item."""
    return now is not None and _is_time(now) and is_accountable(session, now.item.id, person_id)


def _is_time(now: Current) -> bool:
    if now.item.audit is None:
        return False
    over = now.step not in (ItemStep.PRESENTATION, ItemStep.DEBATE)
    return must_stand_aside(AuditMatter(now.item.audit), deliberation_over=over)


def _asides(session: Session, meeting: Meeting) -> Iterator[Aside]:
    empty = (
        select(Seat, Person, Party.letters)
        .join(Person, Person.id == Seat.recused_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(Seat.meeting_id == meeting.id, Seat.serving_id.is_(None))
        .order_by(Seat.seat)
    )
    for seat, person, letters in session.execute(empty).all():
        order = calling_order(session, meeting, seat).order
        following = tuple(named(session, meeting.id, each) for each in order)
        stops = not order and order_stops(session, meeting, seat)
        by_name = not order and bool(free_by_name(session, meeting, seat))
        yield Aside(seat.seat, person.id, person.name, letters, following, stops, by_name)
