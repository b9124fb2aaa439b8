"""Who may take part in what stands on the agenda."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from councils.models import Mandate, Person
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


def name_with_party(session: Session, person_id: int) -> str:
    """Bo Bok (V)"""
    name = session.get_one(Person, person_id).name
    letters = party_letters(session, person_id)
    return f"{name} ({letters})" if letters else name
