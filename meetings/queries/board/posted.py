"""What has been posted, and which items it announced when."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import NotFound
from meetings.models import Meeting, Notice, NoticeKind


def notice(session: Session, council_id: int, notice_id: int) -> Notice:
    found = session.get(Notice, notice_id)
    if found is None or found.council_id != council_id:
        raise NotFound("Det finns inget sådant anslag.")
    return found


def standing(session: Session, council_id: int) -> list[Notice]:
    """What is up now, the latest first."""
    up = select(Notice).where(Notice.council_id == council_id, Notice.removed_at.is_(None))
    return list(session.scalars(up.order_by(Notice.posted_at.desc(), Notice.id.desc())))


def of_meeting(session: Session, meeting_id: int, kind: NoticeKind | None = None) -> list[Notice]:
    """All that was ever posted for the meeting, the first first."""
    mine = select(Notice).where(Notice.meeting_id == meeting_id)
    if kind is not None:
        mine = mine.where(Notice.kind == kind)
    return list(session.scalars(mine.order_by(Notice.posted_at, Notice.id)))


def notice_day(session: Session, meeting: Meeting) -> date | None:
    """The first day on which the meeting was announced, to the day it is now held.  KL 5:13."""
    days = [date.fromisoformat(each.posted_on) for each in _that_count(session, meeting)]
    return min(days, default=None)


def announced(session: Session, meeting: Meeting) -> dict[int, date]:
    """By item the first day on which a notice that counts held it.  KL 5:13–14, 5:52."""
    found = dict[int, date]()
    for each in _that_count(session, meeting):
        day = date.fromisoformat(each.posted_on)
        for item in each.items:
            number = item["item_id"]
            found[number] = min(day, found.get(number, day))
    return found


def is_posted_again(session: Session, notice_id: int) -> bool:
    """Does another notice take the place of this one?"""
    later = select(Notice.id).where(Notice.again_of == notice_id)
    return session.scalar(later.limit(1)) is not None


def _that_count(session: Session, meeting: Meeting) -> list[Notice]:
    """Of this meeting on this day, and not taken down before it opened."""
    posted = of_meeting(session, meeting.id, NoticeKind.MEETING)
    counting = list[Notice]()
    kept_by = set[int | None]()
    for each in reversed(posted):
        if _stayed_up(each, meeting) or each.id in kept_by:
            kept_by.add(each.again_of)  # the words were moved to the later one, not taken away
            counting.append(each)
    return [each for each in counting if each.date == meeting.date]


def _stayed_up(each: Notice, meeting: Meeting) -> bool:
    if each.removed_at is None:
        return True
    return meeting.opened_at is not None and each.removed_at >= meeting.opened_at
