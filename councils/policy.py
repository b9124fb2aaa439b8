"""Who may let somebody in, and who keeps the register."""

from sqlalchemy.orm import Session

from core.actor import Actor
from councils.models import Council, Person, Role
from councils.queries import access
from councils.queries.doors import door
from councils.queries.people import has_role


def may_keep_register(session: Session, council_id: int, by: Actor) -> bool:
    """The council office."""
    return by.helping is None and has_role(session, council_id, by.person_id, Role.CLERK)


def may_help_in(session: Session, meeting_id: int, person_id: int, by: Actor) -> bool:
    """May have a link or a code sent to a member: the office, and the own group's secretary."""
    return may_identify(session, meeting_id, by) or _is_own_secretary(
        session, meeting_id, person_id, by
    )


def may_identify(session: Session, meeting_id: int, by: Actor) -> bool:
    """Only the office reads out a code, and only to somebody it has recognised."""
    found = door(session, meeting_id)
    return found is not None and may_keep_register(session, found.council_id, by)


def may_be_let_in(session: Session, meeting_id: int, person_id: int) -> bool:
    """By link or code: those who take part.  The office has passwords, except in a rehearsal.

    A council that rehearses has a database of its own, so its office is nobody's real office.
    """
    found, person = door(session, meeting_id), session.get(Person, person_id)
    if found is None or person is None or person.council_id != found.council_id:
        return False
    if session.get_one(Council, found.council_id).rehearsal:
        return True
    is_office = has_role(session, found.council_id, person_id, Role.CLERK)
    return not is_office and access.takes_part(session, found.council_id, person_id)


def _is_own_secretary(session: Session, meeting_id: int, person_id: int, by: Actor) -> bool:
    """Bound to one party of one council, and never for herself."""
    found, secretary = door(session, meeting_id), session.get(Person, by.person_id)
    member = session.get(Person, person_id)
    if found is None or secretary is None or member is None or by.helping is not None:
        return False
    return (
        member.id != secretary.id
        and secretary.party_id is not None
        and member.party_id == secretary.party_id
        and has_role(session, found.council_id, by.person_id, Role.POLITICAL_SECRETARY)
    )
