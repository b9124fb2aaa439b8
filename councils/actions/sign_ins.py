"""Signed-in devices: opened by a link, a code or a password; revoked by oneself or the office."""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import NotAllowed, NotFound
from councils import facts, policy
from councils.models import Person, SignIn
from councils.queries import access

HOURS = 12  # longer than any meeting: nobody is signed out in the middle of one


def open_sign_in(session: Session, person_id: int, method: str, token: str, device: str) -> SignIn:
    """`token` is the digest of what the browser holds."""
    sign_in = SignIn(digest=token, person_id=person_id, method=method, device=device)
    sign_in.at, sign_in.expires = clock.now(), clock.later(HOURS * 3600)
    session.add(sign_in)
    return sign_in


def sign_in_by_link(
    session: Session, meeting_id: int, link_id: int, token: str, device: str, *, by: Actor | None
) -> int:
    """Whom it let in."""
    found = access.open_link(session, link_id)
    if found is None or found[0].meeting_id != meeting_id:
        raise NotFound("Länken gäller inte längre. Be kansliet om en ny.")
    link, _ = found
    if not policy.may_be_let_in(session, meeting_id, link.person_id):
        raise NotAllowed("Länken gäller inte längre. Be kansliet om en ny.")
    link.opened_at = link.opened_at or clock.now()
    open_sign_in(session, link.person_id, "link", token, device)
    return link.person_id


def sign_out(session: Session, _register: int, token: str, *, by: Actor) -> None:
    """One of one's own devices."""
    sign_in = session.get(SignIn, token)
    if sign_in is None or sign_in.person_id != by.person_id:
        raise NotFound("Enheten är redan utloggad.")
    sign_in.revoked_at = sign_in.revoked_at or clock.now()


def sign_out_everywhere(session: Session, _register: int, person_id: int, *, by: Actor) -> None:
    """One's own devices, or (the office) somebody else's."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("Personen finns inte i registret.")
    is_self = person_id == by.person_id and by.helping is None
    if not is_self and not policy.may_keep_register(session, person.council_id, by):
        raise NotAllowed("Bara kansliet kan logga ut någon annan.")
    devices = access.signed_in_devices(session, person_id)
    for device in devices:
        device.revoked_at = clock.now()
    if devices and not is_self:
        log.append(session, facts.SignInsRevoked(person.id, person.name, len(devices)), by=by)
