"""The notice that announces a version, and the day from which its decisions have legal force."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from meetings.models import Handling, MinutesVersion, Notice, NoticeKind
from meetings.queries import board
from meetings.queries.board import Standing


def paragraphs_of(session: Session, version: MinutesVersion) -> list[tuple[int, int]]:
    """Item and §, each that this version approves and none that was approved alone before."""
    if version.item_id is not None:
        return [(version.item_id, version.paragraph or 0)]
    alone = select(MinutesVersion.item_id).where(
        MinutesVersion.meeting_id == version.meeting_id,
        MinutesVersion.item_id.is_not(None),
        MinutesVersion.approved_at.is_not(None),
    )
    handled = select(Handling.item_id, Handling.paragraph).where(
        Handling.meeting_id == version.meeting_id, Handling.item_id.not_in(alone)
    )
    rows = session.execute(handled.order_by(Handling.paragraph).distinct())
    return [(item_id, paragraph) for item_id, paragraph in rows]


def notice_of(session: Session, version: MinutesVersion) -> Notice | None:
    """The latest that was posted, if it was ever posted."""
    return next(reversed(_notices_of(session, version)), None)


def first_posted_on(session: Session, version: MinutesVersion) -> str | None:
    """The day that tells whether it was announced in time.  KL 8:12."""
    return next((one.posted_on for one in _notices_of(session, version)), None)


def _notices_of(session: Session, version: MinutesVersion) -> list[Notice]:
    about = {item_id for item_id, _paragraph in paragraphs_of(session, version)}
    posted = board.of_meeting(session, version.meeting_id, NoticeKind.APPROVAL)
    return [one for one in posted if {item["item_id"] for item in one.items} == about]


def standing_of(session: Session, version: MinutesVersion) -> Standing | None:
    """How its notice stands; None before it is posted."""
    notice = notice_of(session, version)
    return board.standing_of(session, notice) if notice else None


def force(session: Session, meeting_id: int) -> dict[int, Standing]:
    """By item, how the notice about its decision stands.  KL 13:5."""
    found = dict[int, Standing]()
    for notice in board.of_meeting(session, meeting_id, NoticeKind.APPROVAL):
        standing = board.standing_of(session, notice)
        found |= {item["item_id"]: standing for item in notice.items}
    return found
