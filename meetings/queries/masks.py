"""What the office has hidden from the public in a meeting's texts (GDPR-1)."""

from collections.abc import Callable, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from meetings.models import Mask, MinutesVersion
from meetings.rules.personal_data import HIDDEN, hide

Veil = Callable[[str], str]
__all__ = ["HIDDEN", "Veil", "hidden", "hides_anything", "mask_on", "masks", "veil"]


def masks(session: Session, meeting_id: int) -> list[Mask]:
    mine = select(Mask).where(Mask.meeting_id == meeting_id)
    return list(session.scalars(mine.order_by(Mask.id)))


def mask_on(session: Session, meeting_id: int, text: str) -> Mask | None:
    here = select(Mask).where(Mask.meeting_id == meeting_id, Mask.text == text)
    return session.scalar(here.limit(1))


def hidden(session: Session, meetings: Iterable[int]) -> dict[int, list[str]]:
    """The pieces of text that the public does not read, by meeting."""
    found: dict[int, list[str]] = {meeting: [] for meeting in meetings}
    covered = select(Mask.meeting_id, Mask.text).where(
        Mask.meeting_id.in_(list(found)), Mask.is_hidden
    )
    for meeting, text in session.execute(covered):
        found[meeting].append(text)
    return found


def hides_anything(session: Session, meeting_id: int) -> bool:
    """In minutes that are published."""
    covered = select(Mask.id).join(MinutesVersion, MinutesVersion.meeting_id == Mask.meeting_id)
    mine = covered.where(
        Mask.meeting_id == meeting_id, Mask.is_hidden, MinutesVersion.published_at.is_not(None)
    )
    return session.scalar(mine.limit(1)) is not None


def veil(session: Session, meeting_id: int) -> Veil:
    """Put over every text of the meeting that goes out to the public."""
    pieces = hidden(session, [meeting_id])[meeting_id]
    return lambda text: hide(text, pieces)
