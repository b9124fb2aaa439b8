"""Who stands aside for the open item, and who may be called instead (KL 5:18, 5:47, JAV-1)."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from councils.models import Party, Person
from meetings.models import Meeting, Seat
from meetings.queries.people import Named, named
from meetings.queries.substitutes import calling_order


@dataclass(frozen=True)
class Aside:
    """A seat that is empty because somebody stands aside.  `following`: who is called, in order."""

    seat: int
    person_id: int
    name: str
    party: str | None
    following: tuple[Named, ...]


def standing_aside(session: Session, meeting: Meeting) -> list[Aside]:
    """One question as long as nobody does."""
    return list(_asides(session, meeting))


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
        yield Aside(seat.seat, person.id, person.name, letters, following)
