"""Who may do what in a meeting.  Read the bodies aloud; they sound like the rules of procedure."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.actor import Actor, Audience, Onlooker
from councils.models import Party, Person, Role
from councils.queries.people import has_role
from meetings.models import Meeting


def may_preside(session: Session, meeting_id: int, by: Actor) -> bool:
    """Whoever leads the meeting just now, and nobody in her place."""
    return by.helping is None and presiding(session, meeting_id) == by.person_id


def may_clerk(session: Session, meeting_id: int, by: Actor) -> bool:
    """The council office of this council."""
    council = session.get_one(Meeting, meeting_id).council_id
    return has_role(session, council, by.person_id, Role.CLERK)


def may_lead(session: Session, meeting_id: int, by: Actor) -> bool:
    """The chair, or the clerk at her side."""
    return may_preside(session, meeting_id, by) or may_clerk(session, meeting_id, by)


def may_watch(session: Session, meeting_id: int, onlooker: Onlooker, person: int | None) -> bool:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return False
    if onlooker.audience is Audience.HALL:
        return True
    if person is None or onlooker.audience is Audience.PUBLIC:
        return False  # the public never holds a socket
    return _may_watch_as(session, meeting, onlooker, person)


def _may_watch_as(session: Session, meeting: Meeting, onlooker: Onlooker, person: int) -> bool:
    office = has_role(session, meeting.council_id, person, Role.CLERK)
    match onlooker.audience:
        case Audience.CHAIR:
            return person == meeting.presiding_id or office
        case Audience.CLERK:
            return office
        case Audience.MEMBER:
            return session.get_one(Person, person).council_id == meeting.council_id
        case Audience.SUPPORT:
            return office or _is_secretary_of(session, meeting, onlooker.group, person)
    return False


def _is_secretary_of(session: Session, meeting: Meeting, group: str | None, person: int) -> bool:
    letters = select(Party.letters).join(Person, Person.party_id == Party.id)
    own = session.scalar(letters.where(Person.id == person))
    is_secretary = has_role(session, meeting.council_id, person, Role.POLITICAL_SECRETARY)
    return is_secretary and group is not None and group == own


def presiding(session: Session, meeting_id: int) -> int | None:
    return session.get_one(Meeting, meeting_id).presiding_id
