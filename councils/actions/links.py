"""Personal links: made once per member and meeting, sent or printed, good until it closes."""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import NotAllowed, NotFound, RuleBroken
from councils import facts, policy
from councils.actions.letters import best_channel, write
from councils.models import Channel, Link, Person
from councils.queries import access
from councils.queries.doors import Door, door


def send_link(
    session: Session,
    meeting_id: int,
    person_id: int,
    channel: Channel,
    afresh: bool = False,
    *,
    by: Actor,
) -> int:
    """`afresh`: the old link stops working; only the office may do that."""
    if not policy.may_help_in(session, meeting_id, person_id, by):
        raise NotAllowed("Du får bara hjälpa ledamöter i din egen grupp.")
    person = _may_join(session, meeting_id, person_id)
    if afresh:
        _revoke(session, meeting_id, person_id, by)
    link = make_link(session, meeting_id, person_id, by=by)
    _post(session, link, person, channel)
    log.append(session, facts.LinkSent(link.id, person.id, person.name, channel), by=by)
    return link.id


def send_links(session: Session, meeting_id: int, *, by: Actor) -> None:
    """To everybody who takes part, by the best way each can be reached."""
    people = _everybody(session, meeting_id, by)
    sent: dict[Channel | None, list[str]] = {Channel.EMAIL: [], Channel.PHONE: [], None: []}
    links = access.links_by_person(session, meeting_id)
    for person in people:
        channel = best_channel(person)
        sent[channel].append(person.name)
        if channel:
            link = links.get(person.id) or make_link(session, meeting_id, person.id, by=by)
            _post(session, link, person, channel)
    counted = len(sent[Channel.EMAIL]), len(sent[Channel.PHONE])
    log.append(session, facts.LinksSent(*counted, tuple(sent[None])), by=by)


def print_cards(session: Session, meeting_id: int, *, by: Actor) -> None:
    """A card for everybody who takes part."""
    people = _everybody(session, meeting_id, by)
    have = access.links_by_person(session, meeting_id)
    for person in people:
        if person.id not in have:
            make_link(session, meeting_id, person.id, by=by)
    log.append(session, facts.CardsPrinted(len(people)), by=by)


def make_link(session: Session, meeting_id: int, person_id: int, *, by: Actor | None) -> Link:
    """The link there is, or a new one.  Tells nobody."""
    found = access.link_to(session, person_id, meeting_id)
    if found:
        return found
    link = Link(person_id=person_id, meeting_id=meeting_id, made_at=clock.now())
    link.made_by = by.person_id if by else None
    session.add(link)
    session.flush()
    return link


def _everybody(session: Session, meeting_id: int, by: Actor) -> list[Person]:
    if not policy.may_identify(session, meeting_id, by):
        raise NotAllowed("Bara kansliet kan ge alla en länk.")
    people = access.participants(session, _open_door(session, meeting_id).council_id)
    return [person for person, _ in people if policy.may_be_let_in(session, meeting_id, person.id)]


def _may_join(session: Session, meeting_id: int, person_id: int) -> Person:
    _open_door(session, meeting_id)
    if not policy.may_be_let_in(session, meeting_id, person_id):
        raise RuleBroken("Personen deltar inte i mötet. Kansliet loggar in med lösenord.")
    return session.get_one(Person, person_id)


def _open_door(session: Session, meeting_id: int) -> Door:
    found = door(session, meeting_id)
    if found is None:
        raise NotFound("Det finns inget sådant sammanträde.")
    if not found.is_open:
        raise RuleBroken("Mötet är avslutat. Länkar och koder gäller inte längre.")
    return found


def _revoke(session: Session, meeting_id: int, person_id: int, by: Actor) -> None:
    if not policy.may_identify(session, meeting_id, by):
        raise NotAllowed("Bara kansliet kan byta ut en länk.")
    if link := access.link_to(session, person_id, meeting_id):
        link.revoked_at = clock.now()
        session.flush()


def _post(session: Session, link: Link, person: Person, channel: Channel) -> None:
    """The address itself is signed when the letter is sent, and never lies in the outbox."""
    letter = write(session, person, channel, "link", {"link": link.id})
    letter.meeting_id = link.meeting_id
