"""What has been posted on the board, and what has been taken down."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import NotFound
from councils.models import Council
from meetings.models import Notice, NoticeKind


def notice(session: Session, council_id: int, notice_id: int) -> Notice:
    found = session.get(Notice, notice_id)
    if found is None or found.council_id != council_id:
        raise NotFound("Det finns inget sådant anslag.")
    return found


def standing(session: Session, council_id: int) -> list[Notice]:
    """What is up now, the latest first."""
    up = select(Notice).where(Notice.council_id == council_id, Notice.removed_at.is_(None))
    return list(session.scalars(up.order_by(Notice.posted_at.desc(), Notice.id.desc())))


def removed(session: Session, council_id: int, most: int) -> list[Notice]:
    """What has been taken down, the latest first."""
    down = select(Notice).where(Notice.council_id == council_id, Notice.removed_at.is_not(None))
    return list(session.scalars(down.order_by(Notice.removed_at.desc()).limit(most)))


def up_by_council(session: Session) -> dict[int, list[tuple[int, str]]]:
    """Everything that is up in real councils: notices with their titles."""
    up = (
        select(Notice.council_id, Notice.id, Notice.title)
        .join(Council, Council.id == Notice.council_id)
        .where(Notice.removed_at.is_(None), Council.rehearsal.is_(False))
    )
    found = dict[int, list[tuple[int, str]]]()
    for council_id, notice_id, title in session.execute(up.order_by(Notice.id)):
        found.setdefault(council_id, []).append((notice_id, title))
    return found


def of_meeting(session: Session, meeting_id: int, kind: NoticeKind | None = None) -> list[Notice]:
    """All that was ever posted for the meeting, the first first."""
    mine = select(Notice).where(Notice.meeting_id == meeting_id)
    if kind is not None:
        mine = mine.where(Notice.kind == kind)
    return list(session.scalars(mine.order_by(Notice.posted_at, Notice.id)))


def is_posted_again(session: Session, notice_id: int) -> bool:
    """Does another notice take the place of this one?"""
    later = select(Notice.id).where(Notice.again_of == notice_id)
    return session.scalar(later.limit(1)) is not None
