"""The outbox: letters are written in the same commit as what they tell, and sent afterwards."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from core import clock
from core.actor import Actor
from core.errors import BadInput
from core.words import Sentence
from councils.models import Channel, Letter, Person

PAUSES = (30, 120, 600, 1800)  # seconds before the next try
MOST = 12  # tries
LEASE = 60  # seconds that one postman has to deliver
_MISSING = {
    Channel.EMAIL: Sentence("ingen e-postadress"),
    Channel.PHONE: Sentence("inget telefonnummer"),
}


def write(
    session: Session, person: Person, channel: Channel, kind: str, contents: dict[str, Any]
) -> Letter:
    """Put a letter in the outbox, to the person's own registered address."""
    address = person.email if channel is Channel.EMAIL else person.phone
    if not address:
        raise BadInput(
            "{name} har {missing} i registret.",
            "channel",
            name=person.name,
            missing=_MISSING[channel],
        )
    letter = Letter(person_id=person.id, channel=channel, address=address, kind=kind)
    letter.contents, letter.written_at, letter.tries = contents, clock.now(), 0
    session.add(letter)
    return letter


def best_channel(person: Person) -> Channel | None:
    """Mail is longer and can be kept; a text message reaches those who have no mail."""
    if person.email:
        return Channel.EMAIL
    return Channel.PHONE if person.phone else None


def take_letter(
    session: Session, _register: int, letter_id: int, *, by: Actor | None
) -> int | None:
    """One postman at a time: the others leave it alone for a minute."""
    letter = session.get_one(Letter, letter_id)
    if letter.sent_at or letter.contents is None or (letter.try_again_at or "") > clock.now():
        return None
    letter.try_again_at = clock.later(LEASE)
    return letter_id


def mark_sent(session: Session, _register: int, letter_id: int, *, by: Actor | None) -> None:
    letter = session.get_one(Letter, letter_id)
    letter.sent_at, letter.contents, letter.failed = clock.now(), None, None


def mark_failed(
    session: Session, _register: int, letter_id: int, why: str, *, by: Actor | None
) -> None:
    letter = session.get_one(Letter, letter_id)
    letter.failed = why
    letter.try_again_at = clock.later(PAUSES[min(letter.tries, len(PAUSES) - 1)])
    letter.tries += 1
    if letter.tries >= MOST:
        letter.contents = None


def wipe_expired(session: Session, _register: int, *, by: Actor | None) -> None:
    """A code that can no longer be used should not lie about."""
    old = update(Letter).where(Letter.expires <= clock.now(), Letter.sent_at.is_(None))
    session.execute(old.values(contents=None, failed="Hann inte skickas i tid."))
