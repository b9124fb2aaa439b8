"""Calling a substitute, in the order of the law (KL 5:17–18, 5:21)."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.actor import Actor
from core.errors import MovedOn, NeedsConfirmation, RuleBroken
from core.words import Sentence
from councils.models import Person
from meetings.actions import asking, distance, seating
from meetings.models import Line, Meeting, Mode, Seat
from meetings.queries import items, service, state
from meetings.queries.people import named
from meetings.queries.roll import sits_elsewhere
from meetings.queries.substitutes import (
    calling_order,
    free_by_name,
    is_substitute,
    order_stops,
)
from meetings.rules.attendance import may_serve
from meetings.rules.lifecycle import Step

NOBODY_FREE = Sentence("Ingen ersättare är ledig. Platsen står tom.")
ORDER_STOPS = Sentence(
    "Ingen ersättare i valkretsen är ledig, och ordningen slutar där: partiets röster i de andra "
    "valkretsarna saknas i registret (5 kap. 21 §). Kansliet skriver in dem under Partier och "
    "valkretsar."
)


def call_substitute(
    session: Session,
    meeting_id: int,
    seat: int,
    person_id: int | None = None,
    unavailable: Collection[int] = (),
    mode: str = Mode.HALL,
    confirmed: bool = False,
    *,
    by: Actor,
) -> int:
    """Seat the first one free, or the one named if all before her are `unavailable`.

    In the place of one whose line is lost it needs to be confirmed: it costs that member the day.
    The number of the one called is handed back.
    """
    asking.leader(session, meeting_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.CALL_SUBSTITUTE)
    asking.no_vote_going_on(items.current(session, meeting_id))
    row = asking.seat_of(session, meeting_id, seat)
    if row.serving_id is None and row.member_id is not None and row.answered_at is None:
        raise RuleBroken("Ropa upp ledamoten först.")
    called = _whom(session, meeting, row, person_id, unavailable)
    place = Mode(mode)
    seating.check_mode(session, meeting, called, place)
    distance.check_granted(session, meeting, called, place)
    if row.serving_id is not None:
        _deem_absent(session, row, confirmed, by=by)
    seating.sit(session, row, named(session, meeting_id, called), place, by=by)
    return called


def _whom(
    session: Session,
    meeting: Meeting,
    row: Seat,
    person_id: int | None,
    unavailable: Collection[int],
) -> int:
    order = calling_order(session, meeting, row, unavailable).order
    if person_id is None:
        if not order:
            stops = order_stops(session, meeting, row)
            raise RuleBroken(ORDER_STOPS if stops else NOBODY_FREE)
        return order[0]
    if order and order[0] != person_id:
        first = named(session, meeting.id, order[0]).name
        raise RuleBroken("{first} står före i inkallelseordningen.", first=first)
    if not order:
        _check_outside_the_order(session, meeting, row, person_id)
    return person_id


def _check_outside_the_order(session: Session, meeting: Meeting, row: Seat, person_id: int) -> None:
    """Where the order says nothing the chair names one of the party's substitutes (U17)."""
    person = named(session, meeting.id, person_id)
    if not is_substitute(session, meeting, person_id):
        raise RuleBroken("{name} är inte ersättare.", name=person.name)
    if row.party_id is not None and person.party_id != row.party_id:
        raise RuleBroken("{name} är ersättare för ett annat parti.", name=person.name)
    if sits_elsewhere(session, meeting.id, person_id, row.seat) is not None:
        raise RuleBroken("{name} tjänstgör redan.", name=person.name)
    if refusal := may_serve(state.today(), service.stops(session, meeting.id, person_id)):
        raise RuleBroken(refusal.text)
    if person_id not in {one.id for one in free_by_name(session, meeting, row)}:
        raise RuleBroken("{name} står själv åt sidan i ärendet.", name=person.name)


def _deem_absent(session: Session, row: Seat, confirmed: bool, *, by: Actor) -> None:
    """REM-5: only a lasting loss of the line lets somebody be called to a seat that is taken."""
    line = session.get(Line, (row.meeting_id, row.serving_id))
    if row.mode != Mode.REMOTE or line is None or line.state != "lost":
        raise MovedOn("Någon tjänstgör redan på platsen.")
    if not confirmed:
        name = session.scalar(select(Person.name).where(Person.id == row.serving_id))
        raise NeedsConfirmation(
            "{name} antecknas som frånvarande och får inte tjänstgöra igen i dag (5 kap. 20 §).",
            name=name,
        )
    seating.stand(session, row, "absent_line", by=by)
