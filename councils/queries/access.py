"""Links, codes and signed-in devices, by the key the door asks with."""

from collections.abc import Iterable

from sqlalchemy import CompoundSelect, func, select
from sqlalchemy.orm import Session

from core import clock
from councils.models import (
    Code,
    DeviceCheck,
    Letter,
    Link,
    Mandate,
    Party,
    Person,
    Role,
    RoleHeld,
    SignIn,
)
from councils.queries.doors import Door, door

TRIES = 5


def link_to(session: Session, person_id: int, meeting_id: int) -> Link | None:
    """The one that works."""
    links = select(Link).where(
        Link.person_id == person_id, Link.meeting_id == meeting_id, Link.revoked_at.is_(None)
    )
    return session.scalar(links.order_by(Link.id.desc()).limit(1))


def open_link(session: Session, link_id: int) -> tuple[Link, Door] | None:
    """A link that has not been revoked, to a meeting that can still be joined."""
    link = session.get(Link, link_id)
    if link is None or link.revoked_at:
        return None
    found = door(session, link.meeting_id)
    return (link, found) if found and found.is_open else None


def live_code(session: Session, person_id: int, meeting_id: int) -> Code | None:
    """The newest that has not been used, tried too often or become too old."""
    codes = select(Code).where(
        Code.person_id == person_id,
        Code.meeting_id == meeting_id,
        Code.used_at.is_(None),
        Code.expires > clock.now(),
        Code.tries < TRIES,
    )
    return session.scalar(codes.order_by(Code.id.desc()).limit(1))


def codes_since(session: Session, person_id: int, moment: str) -> int:
    made = select(func.count()).where(Code.person_id == person_id, Code.made_at > moment)
    return session.scalar(made) or 0


def signed_in_devices(session: Session, person_id: int) -> list[SignIn]:
    """Those that are in just now, the latest first."""
    devices = select(SignIn).where(
        SignIn.person_id == person_id,
        SignIn.revoked_at.is_(None),
        SignIn.expires > clock.now(),
    )
    return list(session.scalars(devices.order_by(SignIn.at.desc())))


def participants(session: Session, council_id: int) -> list[tuple[Person, str | None]]:
    """Those whom a link or a code may let in, with party letters: seats, substitutes, råd."""
    people = (
        select(Person, Party.letters)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(Person.id.in_(_taking_part(council_id)))
    )
    return [(person, letters) for person, letters in session.execute(people)]


def takes_part(session: Session, council_id: int, person_id: int) -> bool:
    found = select(Person.id).where(Person.id == person_id, Person.id.in_(_taking_part(council_id)))
    return session.scalar(found) is not None


def _taking_part(council_id: int) -> CompoundSelect[int]:
    seated = select(Mandate.person_id).where(
        Mandate.council_id == council_id, Mandate.until.is_(None)
    )
    speaking = select(RoleHeld.person_id).where(
        RoleHeld.council_id == council_id, RoleHeld.role == Role.COMMISSIONER
    )
    return seated.union(speaking)


def links_by_person(session: Session, meeting_id: int) -> dict[int, Link]:
    links = select(Link).where(Link.meeting_id == meeting_id, Link.revoked_at.is_(None))
    return {link.person_id: link for link in session.scalars(links.order_by(Link.id))}


def letters_of(session: Session, meeting_id: int) -> list[Letter]:
    """The latest first.  What they contained is nobody's business."""
    letters = select(Letter).where(Letter.meeting_id == meeting_id)
    return list(session.scalars(letters.order_by(Letter.id.desc())))


def faults_of(session: Session, meeting_id: int) -> dict[int, list[str]]:
    """What did not work when each person tried the own device."""
    checks = select(DeviceCheck).where(DeviceCheck.meeting_id == meeting_id)
    return {check.person_id: check.faults for check in session.scalars(checks) if check.faults}


def signed_in_people(session: Session, people: Iterable[int]) -> set[int]:
    devices = select(SignIn.person_id).where(
        SignIn.person_id.in_(list(people)),
        SignIn.revoked_at.is_(None),
        SignIn.expires > clock.now(),
    )
    return set(session.scalars(devices))
