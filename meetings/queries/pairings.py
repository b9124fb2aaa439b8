"""Who is paired with whom, for the two groups and the office (KVITT-1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from meetings.models import Pairing
from meetings.queries.people import Named, named


@dataclass(frozen=True)
class Pair:
    id: int
    one: Named
    other: Named


def pairs(session: Session, meeting_id: int, group: str | None = None) -> list[Pair]:
    """Those that touch the group, by its letters; all of them for the office (None)."""
    noted = select(Pairing).where(Pairing.meeting_id == meeting_id).order_by(Pairing.id)
    found = [
        Pair(
            row.id,
            named(session, meeting_id, row.person_id),
            named(session, meeting_id, row.other_id),
        )
        for row in session.scalars(noted)
    ]
    return [pair for pair in found if group is None or group in (pair.one.party, pair.other.party)]


def paired(session: Session, meeting_id: int, people: Sequence[int]) -> int | None:
    """Which of these is paired already, if any."""
    noted = select(Pairing).where(
        Pairing.meeting_id == meeting_id,
        or_(Pairing.person_id.in_(people), Pairing.other_id.in_(people)),
    )
    row = session.scalar(noted.limit(1))
    if row is None:
        return None
    return row.person_id if row.person_id in people else row.other_id
