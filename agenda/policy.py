"""Who may do what with the agenda.  Read aloud, the bodies sound like the rules of procedure."""

from sqlalchemy.orm import Session

from agenda.models import Item, Proposal
from agenda.queries.meetings import MeetingNow, is_recused, is_serving
from agenda.queries.people import belongs_to, holds_mandate
from core.actor import Actor
from councils.models import Role
from councils.queries.people import has_role

BEHIND_CLOSED_DOORS = (Role.CLERK, Role.CHAIR, Role.COMMISSIONER)


def may_edit_agenda(session: Session, meeting: MeetingNow, by: Actor) -> bool:
    """The council office of the meeting's own council."""
    return by.helping is None and _is_clerk(session, meeting, by.person_id)


def may_lead(session: Session, meeting: MeetingNow, by: Actor) -> bool:
    """Whoever presides, or the clerk at her side."""
    presides = meeting.presiding_id == by.person_id and by.helping is None
    return presides or may_edit_agenda(session, meeting, by)


def may_propose_for(
    session: Session, meeting: MeetingNow, person_id: int | None, by: Actor
) -> bool:
    """One's own proposal; the chair or the clerk writes down what others say."""
    is_own = person_id == by.person_id and by.helping is None
    return is_own or may_lead(session, meeting, by)


def may_propose(
    session: Session, meeting: MeetingNow, person_id: int, *, item_is_open: bool
) -> bool:
    """Those who serve, before the meeting the members; and commissioners (SPEAK-1, INIT-1)."""
    if has_role(session, meeting.council_id, person_id, Role.COMMISSIONER):
        return True
    if meeting.opened_at is None:
        return holds_mandate(session, meeting.council_id, person_id, meeting.date, seated=True)
    if is_recused(session, meeting.id, person_id):
        return not item_is_open  # aside for the open item only (JAV-2)
    return is_serving(session, meeting.id, person_id)


def may_withdraw(session: Session, meeting: MeetingNow, proposal: Proposal, by: Actor) -> bool:
    """Whoever made it, or the chair or clerk who was told so."""
    is_own = proposal.person_id == by.person_id and by.helping is None
    return is_own or may_lead(session, meeting, by)


def may_see_agenda(session: Session, meeting: MeetingNow, person_id: int | None) -> bool:
    """Anybody, once the meeting is convened; until then the office."""
    if meeting.convened_at is not None:
        return True
    return person_id is not None and _is_clerk(session, meeting, person_id)


def may_read(session: Session, meeting: MeetingNow, item: Item, person_id: int | None) -> bool:
    """The documents of an item.  Behind closed doors: those who may be in the room (OPEN-1)."""
    if not may_see_agenda(session, meeting, person_id):
        return False
    return not item.closed_doors or may_be_in_the_room(session, meeting, person_id)


def may_read_whole(session: Session, meeting: MeetingNow, person_id: int | None) -> bool:
    """What is personal in a document: those who decide on it and those who prepare it (GDPR-1)."""
    return may_be_in_the_room(session, meeting, person_id)


def may_be_in_the_room(session: Session, meeting: MeetingNow, person_id: int | None) -> bool:
    """While it is closed: members and substitutes, commissioners, the office."""
    if person_id is None:
        return False
    council = meeting.council_id
    return has_role(session, council, person_id, *BEHIND_CLOSED_DOORS) or holds_mandate(
        session, council, person_id, meeting.date, seated=False
    )


def may_prepare(session: Session, meeting: MeetingNow, person_id: int) -> bool:
    """Everybody in the council may read and make notes for themselves."""
    return belongs_to(session, meeting.council_id, person_id) and may_see_agenda(
        session, meeting, person_id
    )


def _is_clerk(session: Session, meeting: MeetingNow, person_id: int) -> bool:
    return has_role(session, meeting.council_id, person_id, Role.CLERK)
