"""Who has asked to take part at a distance, and what the answer was."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from councils.models import Party, Person
from meetings.models import Meeting, RemoteRequest
from meetings.queries import state
from meetings.rules.distance import Answer, Standing, standing


@dataclass(frozen=True)
class Asked:
    """A request with the name of whoever made it."""

    request: RemoteRequest
    name: str
    party: str | None


def standing_of(session: Session, meeting: Meeting, person_id: int) -> Standing:
    """By key: the check-in asks."""
    rules = state.procedure(meeting)
    if not rules.remote_needs_request:
        return Standing.NOT_NEEDED
    row = session.get(RemoteRequest, (meeting.id, person_id))
    answer = Answer(row.answer) if row is not None and row.answer else None
    return standing(rules, asked=row is not None, answer=answer)


def requests_of(session: Session, meeting_id: int) -> list[Asked]:
    """Those that wait first, then as they came in."""
    asked = (
        select(RemoteRequest, Person.name, Party.letters)
        .join(Person, Person.id == RemoteRequest.person_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(RemoteRequest.meeting_id == meeting_id)
        .order_by(RemoteRequest.answer.is_not(None), RemoteRequest.asked_at, Person.id)
    )
    return [Asked(*row) for row in session.execute(asked)]


def waiting(session: Session, meeting_id: int) -> list[tuple[int, str, str | None]]:
    """Whom the chair has not answered: number, name and party, and no reasons."""
    asked = (
        select(Person.id, Person.name, Party.letters)
        .join(RemoteRequest, RemoteRequest.person_id == Person.id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(RemoteRequest.meeting_id == meeting_id, RemoteRequest.answer.is_(None))
        .order_by(RemoteRequest.asked_at, Person.id)
    )
    return [(person, name, party) for person, name, party in session.execute(asked)]
