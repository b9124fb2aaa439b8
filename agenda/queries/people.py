"""Who may take part in what stands on the agenda."""

import re

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from agenda.queries.meetings import MeetingNow, has_served
from agenda.rules.raising import Raiser, Standing
from core import swedish
from councils.models import Mandate, Party, Person, Role, RoleHeld
from councils.queries.people import party_letters


def holds_mandate(
    session: Session, council_id: int, person_id: int, on: str, *, seated: bool
) -> bool:
    """A seat in the council that day; also a place among the substitutes unless `seated`."""
    held = select(Mandate.id).where(
        Mandate.council_id == council_id,
        Mandate.person_id == person_id,
        or_(Mandate.since.is_(None), Mandate.since <= on),
        or_(Mandate.until.is_(None), Mandate.until >= on),
    )
    if seated:
        held = held.where(Mandate.seat.is_not(None))
    return session.scalar(held.limit(1)) is not None


def belongs_to(session: Session, council_id: int, person_id: int) -> bool:
    person = session.get(Person, person_id)
    return person is not None and person.council_id == council_id


def proposers(session: Session, meeting: MeetingNow) -> list[tuple[int, str]]:
    """Everybody who could propose something in this meeting: number, and name with party."""
    seated = select(Mandate.person_id).where(Mandate.council_id == meeting.council_id)
    commissioners = select(RoleHeld.person_id).where(
        RoleHeld.council_id == meeting.council_id, RoleHeld.role == Role.COMMISSIONER
    )
    people = select(Person, Party.letters).outerjoin(Party, Person.party_id == Party.id)
    wanted = people.where(or_(Person.id.in_(seated), Person.id.in_(commissioners)))
    found = sorted(session.execute(wanted), key=lambda row: swedish.sort_key(row.Person.name))
    return [(row.Person.id, _named(row.Person.name, row.letters)) for row in found]


def raisers(session: Session, meeting: MeetingNow, text: str) -> list[Raiser]:
    """Those of the council whose whole names stand in the text, in that order.  INIT-1."""
    people = session.execute(
        select(Person.id, Person.name).where(Person.council_id == meeting.council_id)
    )
    found = [
        (said.start(), person_id, name)
        for person_id, name in people
        if (said := re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE))
    ]
    return [raiser(session, meeting, person_id) for _place, person_id, _name in sorted(found)]


def raiser(session: Session, meeting: MeetingNow, person_id: int) -> Raiser:
    return Raiser(
        person_id, session.get_one(Person, person_id).name, _standing(session, meeting, person_id)
    )


def _standing(session: Session, meeting: MeetingNow, person_id: int) -> Standing:
    """Also one whose seat has gone to another since: what has been raised stands."""
    held = select(Mandate.seat).where(
        Mandate.council_id == meeting.council_id,
        Mandate.person_id == person_id,
        or_(Mandate.since.is_(None), Mandate.since <= meeting.date),
    )
    seats = list(session.scalars(held))
    if any(seat is not None for seat in seats):
        return Standing.MEMBER
    if not seats:
        return Standing.NO_SEAT
    has = has_served(session, meeting.council_id, person_id)
    return Standing.SERVED if has else Standing.SUBSTITUTE


def chair_of(session: Session, meeting: MeetingNow) -> str | None:
    """Whoever presides, or the council's chair."""
    holds = select(RoleHeld.person_id).where(
        RoleHeld.council_id == meeting.council_id, RoleHeld.role == Role.CHAIR
    )
    person_id = meeting.presiding_id or session.scalar(holds.limit(1))
    return name_with_party(session, person_id) if person_id else None


def name_with_party(session: Session, person_id: int) -> str:
    """Bo Bok (V)"""
    return _named(session.get_one(Person, person_id).name, party_letters(session, person_id))


def _named(name: str, letters: str | None) -> str:
    return f"{name} ({letters})" if letters else name
