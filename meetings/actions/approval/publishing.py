"""The approved text is kept as a file, looked through for personal data, and opened to all."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn, RuleBroken
from meetings.actions import asking
from meetings.facts import MinutesKept, MinutesMasked, MinutesPublished
from meetings.models import Mask
from meetings.queries import approval, masks
from meetings.rules.approval import VersionState
from meetings.rules.personal_data import Personal

SHORTEST, LONGEST = 2, 500  # characters in a piece of text


def keep_file(
    session: Session,
    meeting_id: int,
    version_id: int,
    file: str,
    certificate: str | None,
    *,
    by: Actor | None,
) -> None:
    """Once, for good: the file is never made anew.  `file`: SHA-256 in the store."""
    version = approval.version_in(session, meeting_id, version_id)
    if version.file is not None:
        raise MovedOn()
    if approval.state_of(version) is not VersionState.APPROVED:
        raise RuleBroken("Protokollet är inte justerat.")
    version.file, version.certificate = file, certificate
    log.append(session, MinutesKept(version.id, version.paragraph, file, certificate), by=by)


def decide_mask(
    session: Session,
    meeting_id: int,
    text: str,
    kind: Personal,
    is_hidden: bool,
    reason: str | None,
    *,
    by: Actor,
) -> int:
    """The text is hidden wherever the public would read it, or looked at and left."""
    asking.clerk(session, meeting_id, by)
    words = " ".join(text.split())
    if not SHORTEST <= len(words) <= LONGEST:
        raise BadInput("Markera mellan 2 och 500 tecken.", "text")
    mask = masks.mask_on(session, meeting_id, words)
    if mask is not None and mask.is_hidden == is_hidden:
        raise MovedOn("Det är redan bestämt.")
    if mask is None:
        mask = Mask(meeting_id=meeting_id, text=words, kind=kind)
        session.add(mask)
    mask.is_hidden, mask.reason = is_hidden, reason
    mask.decided_at, mask.decided_by = clock.now(), by.person_id
    session.flush()
    log.append(session, MinutesMasked(mask.id, mask.kind, is_hidden, reason), by=by)
    return mask.id


def publish(session: Session, meeting_id: int, version_id: int, left: int, *, by: Actor) -> None:
    """`left`: proposals that nobody has looked at yet, as they were found in the text (GDPR-1)."""
    asking.clerk(session, meeting_id, by)
    version = approval.version_in(session, meeting_id, version_id)
    if approval.state_of(version) is not VersionState.APPROVED:
        raise RuleBroken("Protokollet är inte justerat.")
    if version.published_at:
        raise MovedOn("Protokollet är redan publicerat.")
    if left:
        raise RuleBroken("{count} ställen är inte granskade än.", count=left)
    version.published_at, version.published_by = clock.now(), by.person_id
    hidden = select(func.count()).where(Mask.meeting_id == meeting_id, Mask.is_hidden)
    count = session.scalar(hidden) or 0
    log.append(session, MinutesPublished(version.id, version.paragraph, count), by=by)
