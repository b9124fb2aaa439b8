"""Passwords and authenticators for those who work with the meetings."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import BadInput, NotAllowed, NotFound, RuleBroken
from councils import facts, policy
from councils.actions.letters import best_channel, write
from councils.actions.sign_ins import open_sign_in
from councils.backends import invitations
from councils.models import Password, Person
from councils.queries import access

FREE_FAILURES = 4
LOCKS = (60, 120, 240, 480, 900)  # seconds, longer for each failure after those
WEEK = 7 * 86_400


def invite(
    session: Session, _register: int, person_id: int, afresh: bool = False, *, by: Actor
) -> None:
    """A letter with an address where a password can be chosen.

    `afresh`: the telephone with the app is lost, so the authenticator is connected anew.
    """
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("Personen finns inte i registret.")
    if not policy.may_keep_register(session, person.council_id, by):
        raise NotAllowed("Bara kansliet kan bjuda in till inloggning med lösenord.")
    channel = best_channel(person)
    if channel is None:
        raise RuleBroken("{name} har varken e-post eller telefon i registret.", name=person.name)
    if afresh and (password := session.get(Password, person_id)):
        password.totp_secret = password.totp_since = password.totp_step = None
        _close_all(session, person_id)
    letter = write(session, person, channel, "invitation", {})
    letter.expires = clock.later(WEEK)
    log.append(session, facts.StaffInvited(person.id, person.name, afresh), by=by)


def choose_password(
    session: Session,
    _register: int,
    person_id: int,
    mark: str,
    username: str,
    hashed: str,
    *,
    by: Actor | None,
) -> None:
    """By the one who holds an invitation; `mark` is the password that it may replace."""
    password = session.get(Password, person_id)
    if not invitations.is_for(mark, password.hash if password else None):
        raise NotFound("Inbjudan har redan använts. Be kansliet om en ny.")
    holder = select(Password.person_id).where(Password.username == username)
    if (other := session.scalar(holder)) and other != person_id:
        raise BadInput("Användarnamnet är upptaget. Välj ett annat.", "username")
    if password is None:
        password = Password(person_id=person_id, failures=0)
        session.add(password)
    password.username, password.hash = username, hashed
    password.failures, password.locked_until = 0, None
    _close_all(session, person_id)


def sign_in_by_password(
    session: Session,
    _register: int,
    person_id: int,
    hash_seen: str | None,
    step: int | None,
    token: str,
    device: str,
    *,
    by: Actor | None,
) -> int | None:
    """Whom it let in, or None.  A wrong try is counted, so this does not raise.

    `hash_seen`: the stored hash that the password matched, None where it did not.  `step`: that of
    the code from the app.  Both were worked out at the door, where nobody waits for the writer.
    """
    password = session.get(Password, person_id)
    if password is None or (password.locked_until or "") > clock.now():
        return None
    if password.hash != hash_seen or not _second_step(password, step):
        _count_failure(password)
        return None
    password.failures, password.locked_until = 0, None
    method = "password" if password.totp_since else "password_only"
    open_sign_in(session, person_id, method, token, device)
    return person_id


def connect_authenticator(
    session: Session,
    _register: int,
    enciphered: str,
    step: int,
    token: str,
    device: str,
    *,
    by: Actor,
) -> None:
    """From now on a code from the app is asked for.  The sign-in without one ends."""
    password = session.get(Password, by.person_id)
    if password is None:
        raise NotFound("Du har inget lösenord. Be kansliet om en inbjudan.")
    if password.totp_since:
        raise RuleBroken("En app är redan kopplad. Be kansliet om en ny inbjudan.")
    password.totp_secret, password.totp_since = enciphered, clock.now()
    password.totp_step = step
    _close_all(session, by.person_id)
    open_sign_in(session, by.person_id, "password", token, device)


def _second_step(password: Password, step: int | None) -> bool:
    """A code is good once: never the step that was used last, nor an earlier one."""
    if password.totp_since is None:
        return True
    if step is None or (password.totp_step is not None and step <= password.totp_step):
        return False
    password.totp_step = step
    return True


def _count_failure(password: Password) -> None:
    password.failures += 1
    extra = password.failures - FREE_FAILURES
    if extra > 0:
        password.locked_until = clock.later(LOCKS[min(extra, len(LOCKS)) - 1])


def _close_all(session: Session, person_id: int) -> None:
    for device in access.signed_in_devices(session, person_id):
        device.revoked_at = clock.now()
