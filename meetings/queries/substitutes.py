"""Whom to call to a seat: kommunallagen 5 kap. 18 and 21 §§ with what the register knows."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Accountable
from core import swedish
from councils.models import Council, Mandate, Party, Person
from councils.rules.size import Body
from councils.rules.substitutes import Calling, substitute_order
from meetings.models import Handling, Meeting, Seat
from meetings.queries import party_lists, service, state
from meetings.queries.people import Named
from meetings.rules.attendance import may_serve

NOBODY: Calling[int] = Calling(None, None, None, ())


def calling_order(
    session: Session, meeting: Meeting, seat: Seat, unavailable: Collection[int] = ()
) -> Calling[int]:
    """Who is called to this seat, and all who are free in their order; nine statements.

    Without the party's votes only the own constituency can be ordered (`order_stops`).  To a vacant
    seat nobody is called by the law's order: the chair names a substitute.
    """
    places = party_lists.places(session, meeting, seat.party_id)
    absent = party_lists.place_of(seat, places)
    if absent is None:
        return NOBODY
    votes = party_lists.votes(session, seat.party_id, absent, places)
    if votes is None:
        places = [place for place in places if place.constituency == absent.constituency]
    return substitute_order(
        absent.id,
        places,
        body=_body(session, meeting),
        party_votes={absent.party: votes or {}},
        unavailable={*unavailable, *_unable(session, meeting.id)},
        serving=_in_seats(session, meeting.id),
        begun=_begun(session, meeting.id),
    )


def order_stops(session: Session, meeting: Meeting, seat: Seat) -> bool:
    """At the own constituency, since the register lacks the party's votes in the others (KL 5:21).

    In regions the order ends with the own list whatever the register holds (U17).
    """
    if _body(session, meeting) is Body.REGION:
        return False
    places = party_lists.places(session, meeting, seat.party_id)
    absent = party_lists.place_of(seat, places)
    if absent is None:
        return False
    return party_lists.votes(session, seat.party_id, absent, places) is None


def free_by_name(session: Session, meeting: Meeting, seat: Seat) -> list[Named]:
    """The party's substitutes who can serve now, by name: whom the chair may choose among (U17).

    Only asked where the order of the law names nobody.  A seat without a party is filled from any.
    """
    waiting = (
        select(Person.id, Person.name, Party.letters, Person.party_id)
        .join(Mandate, Mandate.person_id == Person.id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(Mandate.seat.is_(None), *party_lists.in_force(meeting))
        .distinct()
    )
    if seat.party_id is not None:
        waiting = waiting.where(Person.party_id == seat.party_id)
    busy = _unable(session, meeting.id) | _in_seats(session, meeting.id)
    people = [Named(*row) for row in session.execute(waiting)]
    free = [one for one in people if one.id not in busy]
    return sorted(free, key=lambda one: swedish.sort_key(one.name))


def is_substitute(session: Session, meeting: Meeting, person_id: int) -> bool:
    """Elected to step in, for whichever member."""
    place = select(Mandate.id).where(
        Mandate.person_id == person_id, Mandate.seat.is_(None), *party_lists.in_force(meeting)
    )
    return session.scalar(place.limit(1)) is not None


def is_waiting(session: Session, meeting: Meeting, person_id: int) -> bool:
    """Elected as a substitute only, and neither serving now nor standing aside for this item."""
    held = select(Mandate.seat).where(
        Mandate.person_id == person_id, *party_lists.in_force(meeting)
    )
    places = session.scalars(held).all()
    if not places or any(seat is not None for seat in places):
        return False
    return person_id not in _in_seats(session, meeting.id)


def has_served(session: Session, meeting_id: int, person_id: int) -> bool:
    return person_id in _begun(session, meeting_id)


def _body(session: Session, meeting: Meeting) -> Body:
    return Body(session.get_one(Council, meeting.council_id).kind)


def _unable(session: Session, meeting_id: int) -> set[int]:
    """Whom the law keeps away now, whatever the order says."""
    return (
        _done_for_the_day(session, meeting_id)
        | _recused_from_the_item(session, meeting_id)
        | _accountable_in_the_item(session, meeting_id)
    )


def _done_for_the_day(session: Session, meeting_id: int) -> set[int]:
    stopped = service.stops_of_everybody(session, meeting_id)
    return {person for person, stops in stopped.items() if may_serve(state.today(), stops)}


def _recused_from_the_item(session: Session, meeting_id: int) -> set[int]:
    """Those who stood aside for the open item may serve again when it is closed (KL 5:18)."""
    opened = session.scalar(
        select(Handling.opened_at).where(
            Handling.meeting_id == meeting_id, Handling.closed_at.is_(None)
        )
    )
    return {
        stretch.person_id
        for stretch in service.stretches_of(session, meeting_id)
        if opened and stretch.why_left == "recused" and (stretch.left_at or "") >= opened
    }


def _accountable_in_the_item(session: Session, meeting_id: int) -> set[int]:
    """Nobody is called to a decision in which she would stand aside herself.  KL 5:48–49."""
    listed = (
        select(Accountable.person_id)
        .join(Handling, Handling.item_id == Accountable.item_id)
        .where(Handling.meeting_id == meeting_id, Handling.closed_at.is_(None))
    )
    return set(session.scalars(listed))


def _in_seats(session: Session, meeting_id: int) -> set[int]:
    """Serving now, or standing aside for this item."""
    rows = session.execute(
        select(Seat.serving_id, Seat.recused_id).where(Seat.meeting_id == meeting_id)
    )
    return {person for row in rows for person in row if person is not None}


def _begun(session: Session, meeting_id: int) -> set[int]:
    """Who has served before in this meeting goes first (KL 5:18)."""
    stretches = service.stretches_of(session, meeting_id)
    return {stretch.person_id for stretch in stretches if stretch.seat is not None}
