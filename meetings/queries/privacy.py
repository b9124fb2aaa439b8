"""Behind closed doors: who at a distance has still to say that nobody else can hear (OPEN-3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from councils.models import Person
from meetings.models import Attestation, Mode, Seat
from meetings.queries import items, state


@dataclass(frozen=True)
class Unattested:
    seat: int
    person_id: int
    name: str


def item_behind_doors(session: Session, meeting_id: int) -> int | None:
    """The open item whose deliberation asks for it; None where nothing does."""
    now = items.current(session, meeting_id)
    if now is None or not now.item.closed_doors:
        return None
    rules = state.procedure(state.meeting(session, meeting_id))
    return now.item.id if rules.remote_private_room_attest else None


def unattested(session: Session, meeting_id: int) -> list[Unattested]:
    """Counted as present, but not in the deliberation; by seat."""
    item_id = item_behind_doors(session, meeting_id)
    if item_id is None:
        return []
    return [Unattested(*row) for row in session.execute(_missing(meeting_id, item_id))]


def may_follow(session: Session, meeting_id: int, person_id: int) -> bool:
    """Is the person let into the deliberation going on?  In the hall the doors see to that."""
    item_id = item_behind_doors(session, meeting_id)
    if item_id is None:
        return True
    mine = _missing(meeting_id, item_id).where(Seat.serving_id == person_id)
    return session.execute(mine).first() is None


def attested(session: Session, item_id: int) -> Sequence[int]:
    mine = select(Attestation.person_id).where(Attestation.item_id == item_id)
    return session.scalars(mine.order_by(Attestation.person_id)).all()


def _missing(meeting_id: int, item_id: int) -> Select[int, int, str]:
    said = and_(Attestation.person_id == Seat.serving_id, Attestation.item_id == item_id)
    return (
        select(Seat.seat, Person.id, Person.name)
        .join(Person, Person.id == Seat.serving_id)
        .outerjoin(Attestation, said)
        .where(Seat.meeting_id == meeting_id, Seat.mode == Mode.REMOTE)
        .where(Attestation.person_id.is_(None))
        .order_by(Seat.seat)
    )
