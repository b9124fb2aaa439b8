"""Which items have been announced, and when: from the bare table, as this room knows no meetings.

Kommunallagen 5 kap. 13–14, 52 §§ (NOTICE-1, NOTICE-2, URG-1).  A notice counts when it tells of the
day on which the meeting is held, and was not taken down before it opened.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.queries.meetings import MeetingNow
from agenda.rules.deadlines import NoticeStatus, is_in_time, notice_status
from core.db import Base
from core.once import once

KIND = "meeting"  # kungörelse, as against what announces an approval


@dataclass(frozen=True)
class Announced:
    """`posted`: the first day; None while there is no notice.  `days`: by item, the first day.

    `in_time`: the items that may be decided without asking everybody present.
    """

    posted: datetime.date | None
    status: NoticeStatus | None
    days: Mapping[int, datetime.date]
    in_time: frozenset[int]


@once
def announced(session: Session, meeting: MeetingNow) -> Announced:
    days, in_time = dict[int, datetime.date](), set[int]()
    first: datetime.date | None = None
    for notice in _that_count(session, meeting):
        day = datetime.date.fromisoformat(notice.posted_on)
        first = min(day, first or day)
        for row in notice.items:
            item = row["item_id"]
            days[item] = min(day, days.get(item, day))
            if is_in_time(meeting.day, day, is_urgent=bool(row.get("urgent"))):
                in_time.add(item)
    return Announced(first, notice_status(meeting.day, first), days, frozenset(in_time))


def _that_count(session: Session, meeting: MeetingNow) -> list[Any]:
    table = Base.metadata.tables["notices"]
    columns = ("id", "date", "items", "posted_on", "again_of", "removed_at")
    posted = session.execute(
        select(*(table.c[name] for name in columns))
        .where(table.c.meeting_id == meeting.id, table.c.kind == KIND)
        .order_by(table.c.id.desc())
    )
    counting, kept = [], set[int | None]()
    for notice in posted:
        if _stayed_up(notice.removed_at, meeting) or notice.id in kept:
            kept.add(notice.again_of)  # its words were moved to the later one, not taken away
            counting.append(notice)
    return [notice for notice in counting if notice.date == meeting.date]


def _stayed_up(removed_at: str | None, meeting: MeetingNow) -> bool:
    if removed_at is None:
        return True
    return meeting.opened_at is not None and removed_at >= meeting.opened_at
