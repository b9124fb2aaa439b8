"""One-time codes: six digits, one use, ten minutes, five tries, always logged."""

import hmac

from sqlalchemy import update
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import NotAllowed, RuleBroken
from councils import facts, policy
from councils.actions.letters import write
from councils.actions.sign_ins import open_sign_in
from councils.models import Channel, Code, Person
from councils.queries import access
from councils.queries.doors import door

MINUTES = 10
AN_HOUR = 3600
HOURLY = 10  # codes to one person: enough to help, too few to guess with or to flood a telephone
READ_OUT = "read_out"


def send_code(
    session: Session,
    meeting_id: int,
    person_id: int,
    channel: Channel,
    code: str,
    digest: str,
    *,
    by: Actor,
) -> int:
    """To the member's own registered telephone or mail.  Whoever asked for it never sees it."""
    if not policy.may_help_in(session, meeting_id, person_id, by):
        raise NotAllowed("Du får bara hjälpa ledamöter i din egen grupp.")
    person = _may_get_a_code(session, meeting_id, person_id)
    made = _make(session, meeting_id, person_id, digest, channel, by)
    letter = write(session, person, channel, "code", {"code": code})
    letter.meeting_id, letter.expires = meeting_id, made.expires
    log.append(session, facts.CodeSent(made.id, person.id, person.name, channel), by=by)
    return made.id


def read_out_code(
    session: Session, meeting_id: int, person_id: int, digest: str, identified: bool, *, by: Actor
) -> int:
    """The office reads it to a member whom it has recognised."""
    if not policy.may_identify(session, meeting_id, by):
        raise NotAllowed("Bara kansliet får läsa upp en kod.")
    if not identified:
        raise RuleBroken("Bekräfta först att du har identifierat ledamoten.")
    person = _may_get_a_code(session, meeting_id, person_id)
    made = _make(session, meeting_id, person_id, digest, READ_OUT, by)
    log.append(session, facts.CodeSent(made.id, person.id, person.name, READ_OUT), by=by)
    return made.id


def use_code(
    session: Session,
    meeting_id: int,
    person_id: int,
    digest: str,
    token: str,
    device: str,
    *,
    by: Actor | None,
) -> int | None:
    """Whom it let in, or None.  A wrong try is counted, so this does not raise."""
    code = access.live_code(session, person_id, meeting_id)
    found = door(session, meeting_id)
    if code is None or found is None or not found.is_open:
        return None
    code.tries += 1
    if not hmac.compare_digest(code.digest, digest):
        return None
    if not policy.may_be_let_in(session, meeting_id, person_id):
        return None
    code.used_at = clock.now()
    open_sign_in(session, person_id, "code", token, device)
    name = session.get_one(Person, person_id).name
    log.append(session, facts.SignedInByCode(code.id, person_id, name), by=Actor(person_id))
    return person_id


def _may_get_a_code(session: Session, meeting_id: int, person_id: int) -> Person:
    found = door(session, meeting_id)
    if found is None or not found.is_open:
        raise RuleBroken("Mötet är avslutat. Länkar och koder gäller inte längre.")
    if not policy.may_be_let_in(session, meeting_id, person_id):
        raise RuleBroken("Personen deltar inte i mötet. Kansliet loggar in med lösenord.")
    if access.codes_since(session, person_id, clock.later(-AN_HOUR)) >= HOURLY:
        raise RuleBroken("Det har skickats många koder. Vänta en stund, eller ring ledamoten.")
    return session.get_one(Person, person_id)


def _make(
    session: Session, meeting_id: int, person_id: int, digest: str, sent_to: str, by: Actor
) -> Code:
    now = clock.now()
    older = update(Code).where(
        Code.person_id == person_id, Code.meeting_id == meeting_id, Code.expires > now
    )
    session.execute(older.values(expires=now))
    code = Code(person_id=person_id, meeting_id=meeting_id, digest=digest, sent_to=sent_to)
    code.made_at, code.made_by = now, by.person_id
    code.expires, code.tries = clock.later(MINUTES * 60), 0
    session.add(code)
    session.flush()
    return code
