"""Whom to call to a seat: kommunallagen 5 kap. 18 and 21 §§ with what the register knows."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from agenda.models import Accountable
from councils.models import Constituency, Council, Mandate, Party, Person
from councils.rules.size import Body
from councils.rules.substitutes import Calling, substitute_order
from councils.rules.substitutes import Mandate as Place
from meetings.models import Handling, Meeting, Seat
from meetings.queries import service, state
from meetings.rules.attendance import may_serve

NOBODY: Calling[int] = Calling(None, None, None, ())
NO_CONSTITUENCY = ""
LAST = 1_000_000  # without a calling order: after those who have one


def calling_order(
    session: Session, meeting: Meeting, seat: Seat, unavailable: Collection[int] = ()
) -> Calling[int]:
    """Who is called to this seat, and all who are free in their order; nine statements.

    Without the party's votes in each constituency only the own constituency can be ordered.  To a
    vacant seat nobody is called by the law's order: the chair names a substitute.
    """
    places = _places(session, meeting, seat.party_id)
    absent = next((place for place in places if place.id == seat.member_id), None)
    if absent is None:
        return NOBODY
    if len({place.constituency for place in places}) > 2:  # noqa: PLR2004 - own and one other
        places = [place for place in places if place.constituency == absent.constituency]
    return substitute_order(
        absent.id,
        places,
        body=Body(session.get_one(Council, meeting.council_id).kind),
        unavailable={
            *unavailable,
            *_done_for_the_day(session, meeting.id),
            *_recused_from_the_item(session, meeting.id),
            *_accountable_in_the_item(session, meeting.id),
        },
        serving=_in_seats(session, meeting.id),
        begun=_begun(session, meeting.id),
    )


def is_substitute(session: Session, meeting: Meeting, person_id: int) -> bool:
    """Elected to step in, for whichever member."""
    place = select(Mandate.id).where(
        Mandate.person_id == person_id, Mandate.seat.is_(None), *_in_force(meeting)
    )
    return session.scalar(place.limit(1)) is not None


def is_waiting(session: Session, meeting: Meeting, person_id: int) -> bool:
    """Elected as a substitute only, and neither serving now nor standing aside for this item."""
    held = select(Mandate.seat).where(Mandate.person_id == person_id, *_in_force(meeting))
    places = session.scalars(held).all()
    if not places or any(seat is not None for seat in places):
        return False
    return person_id not in _in_seats(session, meeting.id)


def has_served(session: Session, meeting_id: int, person_id: int) -> bool:
    return person_id in _begun(session, meeting_id)


def _places(session: Session, meeting: Meeting, party_id: int | None) -> list[Place[int]]:
    """The party's members, each with the list of substitutes in the same constituency."""
    rows = session.execute(
        select(Mandate, Party.letters, Constituency.name)
        .join(Person, Person.id == Mandate.person_id)
        .join(Party, Party.id == Person.party_id)
        .outerjoin(Constituency, Constituency.id == Mandate.constituency_id)
        .where(Party.id == party_id, *_in_force(meeting))
    ).all()
    listed = [(mandate, letters, place or NO_CONSTITUENCY) for mandate, letters, place in rows]
    lists = _lists((mandate, place) for mandate, _, place in listed)
    return [
        Place(mandate.person_id, letters, place, mandate.seat, _list_of(place, lists))
        for mandate, letters, place in listed
        if mandate.seat is not None
    ]


def _in_force(meeting: Meeting) -> tuple[ColumnElement[bool], ...]:
    """On the day of the meeting."""
    return (
        Mandate.council_id == meeting.council_id,
        or_(Mandate.since.is_(None), Mandate.since <= meeting.date),
        or_(Mandate.until.is_(None), Mandate.until > meeting.date),
    )


def _lists(mandates: Iterable[tuple[Mandate, str]]) -> dict[str, tuple[int, ...]]:
    """By constituency; "order" is the calling order within the party."""
    waiting = [(mandate, place) for mandate, place in mandates if mandate.seat is None]
    waiting.sort(key=lambda one: (one[0].calling_order or LAST, one[0].id))
    lists: dict[str, tuple[int, ...]] = {}
    for mandate, place in waiting:
        lists[place] = (*lists.get(place, ()), mandate.person_id)
    return lists


def _list_of(place: str, lists: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    """Substitutes without a constituency stand in all over, after those who have one."""
    everywhere = lists.get(NO_CONSTITUENCY, ()) if place != NO_CONSTITUENCY else ()
    return (*lists.get(place, ()), *everywhere)


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
