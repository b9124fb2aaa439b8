"""Who may do what in a meeting.  Read the bodies aloud; they sound like the rules of procedure.

Whoever acts for somebody else (`by.helping`) may only help: every right to speak, vote or lead is
one's own.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.policy import BEHIND_CLOSED_DOORS as IN_THE_ROOM
from agenda.policy import may_be_in_the_room
from agenda.queries.meetings import meeting_now
from core.actor import Actor, Audience, Onlooker
from councils.models import Party, Person, Role
from councils.models.people import PRESIDIUM
from councils.queries.people import has_role
from meetings.models import Meeting
from meetings.queries import approval, items, masks, state, substitutes
from meetings.queries.roll import who_may_vote
from meetings.rules.distance import decides
from meetings.rules.remote import may_observe

SPEAK_WITHOUT_SEAT = (Role.COMMISSIONER, Role.CLERK)
STAFF = (*IN_THE_ROOM, Role.POLITICAL_SECRETARY)


def may_plan(session: Session, council_id: int, by: Actor) -> bool:
    """The council office plans the meetings of its own council."""
    return by.helping is None and has_role(session, council_id, by.person_id, Role.CLERK)


def may_preside(session: Session, meeting_id: int, by: Actor) -> bool:
    """Whoever leads the meeting just now, and nobody in her place."""
    return by.helping is None and presiding(session, meeting_id) == by.person_id


def may_clerk(session: Session, meeting_id: int, by: Actor) -> bool:
    """The council office of this council, in its own name."""
    return may_plan(session, _council(session, meeting_id), by)


def may_lead(session: Session, meeting_id: int, by: Actor) -> bool:
    """The chair, or the clerk at her side."""
    return may_preside(session, meeting_id, by) or may_clerk(session, meeting_id, by)


def may_take_chair(session: Session, meeting_id: int, person_id: int, by: Actor) -> bool:
    """One of the presidium for herself; the chair or the clerk hands over to anyone."""
    if by.helping is None and by.person_id == person_id:
        return is_in_presidium(session, meeting_id, person_id)
    return may_lead(session, meeting_id, by)


def may_act_for(session: Session, meeting_id: int, person_id: int, by: Actor) -> bool:
    """Everybody for herself; the chair or the clerk for anyone."""
    return _is_oneself(person_id, by) or may_lead(session, meeting_id, by)


def may_decide_for_oneself(person_id: int, by: Actor) -> bool:
    """What nobody else can do in one's place."""
    return _is_oneself(person_id, by)


def may_speak(session: Session, meeting_id: int, person_id: int) -> bool:
    """Those who serve in a seat; commissioners and the office without one (KL 5:39–41)."""
    if who_may_vote(session, meeting_id, person_id) is not None:
        return True
    return has_role(session, _council(session, meeting_id), person_id, *SPEAK_WITHOUT_SEAT)


def may_assist(session: Session, meeting_id: int, person_id: int, by: Actor) -> bool:
    """The support desk: the office for everybody, a political secretary for the own group."""
    council = _council(session, meeting_id)
    if by.helping not in (None, person_id):
        return False
    if has_role(session, council, by.person_id, Role.CLERK):
        return True
    is_secretary = has_role(session, council, by.person_id, Role.POLITICAL_SECRETARY)
    return is_secretary and _same_group(session, by.person_id, person_id)


def may_ask_help(session: Session, meeting_id: int, person_id: int, by: Actor) -> bool:
    """Everybody of the council for herself; the support desk for those it helps."""
    if _is_oneself(person_id, by):
        person = session.get(Person, person_id)
        return person is not None and person.council_id == _council(session, meeting_id)
    return may_assist(session, meeting_id, person_id, by)


def may_watch(session: Session, meeting_id: int, onlooker: Onlooker, person: int | None) -> bool:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return False
    if onlooker.audience is Audience.HALL:
        return True
    if person is None or onlooker.audience is Audience.PUBLIC:
        return False  # the public never holds a socket
    return _may_watch_as(session, meeting, onlooker, person)


def is_shut_out(session: Session, meeting_id: int, person_id: int) -> bool:
    """While an item is behind closed doors: all but members, substitutes and office (KL 5:42).

    Substitutes who do not serve are in the hall, and nobody sees from where a page is opened.
    """
    if not items.is_behind_closed_doors(session, meeting_id):
        return False
    if not may_be_in_the_room(session, meeting_now(session, meeting_id), person_id):
        return True
    return not _may_observe(session, meeting_id, person_id, closed_doors=True)


def follows_the_stream(session: Session, meeting_id: int, person_id: int) -> bool:
    """A substitute who does not serve, while the meeting goes on; the council may let her in (U15).

    She is let in as soon as she is called.
    """
    meeting = session.get_one(Meeting, meeting_id)
    if meeting.opened_at is None or meeting.closed_at is not None:
        return False
    return not _may_observe(session, meeting_id, person_id, closed_doors=False)


def may_ask_for_distance(session: Session, meeting_id: int, person_id: int, by: Actor) -> bool:
    """Everybody for herself; the office for anyone (KL 5:72)."""
    return _is_oneself(person_id, by) or may_clerk(session, meeting_id, by)


def may_decide_on_distance(session: Session, meeting_id: int, by: Actor) -> bool:
    """The chair, or anyone of the presidium where the council says so (KL 5:72)."""
    if by.helping is not None:
        return False
    meeting = session.get_one(Meeting, meeting_id)
    leads = meeting.presiding_id == by.person_id
    leads = leads or has_role(session, meeting.council_id, by.person_id, Role.CHAIR)
    presidium = is_in_presidium(session, meeting_id, by.person_id)
    return decides(state.procedure(meeting), leads=leads, in_presidium=presidium)


def may_read_requests(session: Session, meeting_id: int, by: Actor) -> bool:
    """Reasons are personal: whoever decides, and the office."""
    decides_here = may_decide_on_distance(session, meeting_id, by)
    return decides_here or may_clerk(session, meeting_id, by)


def may_read_draft(session: Session, meeting_id: int, person_id: int) -> bool:
    """The minutes whole: who spoke behind closed doors stays in the room.

    Once they are published, what is hidden in them is for those who work with them (GDPR-1).
    """
    if not may_watch(session, meeting_id, Onlooker(Audience.MEMBER), person_id):
        return False
    if masks.hides_anything(session, meeting_id):
        return may_work_with_minutes(session, meeting_id, person_id)
    if not items.has_been_behind_closed_doors(session, meeting_id):
        return True
    return may_be_in_the_room(session, meeting_now(session, meeting_id), person_id)


def may_work_with_minutes(session: Session, meeting_id: int, person_id: int) -> bool:
    """The council office, the chair, and those who approve them (KL 5:65, 69)."""
    by = Actor(person_id)
    if may_lead(session, meeting_id, by) or approval.is_asked(session, meeting_id, person_id):
        return True
    chosen = approval.verifiers(session, meeting_id)
    return person_id in [one.person_id for one in chosen]


def is_in_presidium(session: Session, meeting_id: int, person_id: int) -> bool:
    """The chair and the vice chairs that the council has elected (KL 5:11)."""
    return has_role(session, _council(session, meeting_id), person_id, *PRESIDIUM)


def presiding(session: Session, meeting_id: int) -> int | None:
    return session.get_one(Meeting, meeting_id).presiding_id


def _council(session: Session, meeting_id: int) -> int:
    return session.get_one(Meeting, meeting_id).council_id


def _is_oneself(person_id: int, by: Actor) -> bool:
    return by.helping is None and by.person_id == person_id


def _same_group(session: Session, secretary: int, person_id: int) -> bool:
    groups = select(Person.party_id).where(Person.id.in_([secretary, person_id]))
    own, *others = session.scalars(groups).all()
    return own is not None and bool(others) and all(other == own for other in others)


def _may_watch_as(session: Session, meeting: Meeting, onlooker: Onlooker, person: int) -> bool:
    office = has_role(session, meeting.council_id, person, Role.CLERK)
    match onlooker.audience:
        case Audience.CHAIR:
            return person == meeting.presiding_id or office
        case Audience.CLERK:
            return office
        case Audience.MEMBER:
            own = session.get_one(Person, person).council_id == meeting.council_id
            shut_out = is_shut_out(session, meeting.id, person)
            return (own or office) and not (
                shut_out or follows_the_stream(session, meeting.id, person)
            )
        case Audience.SUPPORT:
            return office or _is_secretary_of(session, meeting, onlooker.group, person)
    return False


def _may_observe(session: Session, meeting_id: int, person_id: int, *, closed_doors: bool) -> bool:
    """Everybody but the substitutes who wait, unless they have other reasons to be there."""
    meeting = session.get_one(Meeting, meeting_id)
    if not substitutes.is_waiting(session, meeting, person_id):
        return True
    if has_role(session, meeting.council_id, person_id, *(IN_THE_ROOM if closed_doors else STAFF)):
        return True
    return may_observe(
        state.procedure(meeting),
        has_served=substitutes.has_served(session, meeting_id, person_id),
        closed_doors=closed_doors,
    )


def _is_secretary_of(session: Session, meeting: Meeting, group: str | None, person: int) -> bool:
    letters = select(Party.letters).join(Person, Person.party_id == Party.id)
    own = session.scalar(letters.where(Person.id == person))
    is_secretary = has_role(session, meeting.council_id, person, Role.POLITICAL_SECRETARY)
    return is_secretary and group is not None and group == own
