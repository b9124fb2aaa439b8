"""The hourly record of one notice, and what it means for the appeal time."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import clock, swedish
from meetings.models import BoardCheck, Notice, NoticeKind
from meetings.rules.board import Gap, Look, gaps
from meetings.rules.legal_force import AppealDays, appeal_days


@dataclass(frozen=True)
class Standing:
    """How one notice stands.  `appeal` for approvals only.  `today` in Sweden."""

    notice: Notice
    gaps: tuple[Gap, ...]
    appeal: AppealDays | None
    today: date

    @property
    def is_broken(self) -> bool:
        """It must be posted again and the time counted afresh.  KL 13:5."""
        return bool(self.gaps) and self.notice.removed_at is None

    @property
    def has_run_out(self) -> bool:
        """Has the time for appeal passed, with the notice up all the while?"""
        appeal = self.appeal
        return appeal is not None and appeal.ran_out and self.today > appeal.last_day

    @property
    def is_needed(self) -> bool:
        """May it not be taken down yet?"""
        if self.appeal is None:
            return self.today.isoformat() <= self.notice.date
        return self.today < self.appeal.removable_from


def standing_of(session: Session, notice: Notice) -> Standing:
    found = gaps_of(session, notice)
    today = swedish.local_day(clock.now())
    appeal = _appeal(notice, found, today) if notice.kind == NoticeKind.APPROVAL else None
    return Standing(notice, found, appeal, today)


def as_posted(notice: Notice) -> Standing:
    """What everybody is told: the days, without looking through the record."""
    appeal = None
    if notice.kind == NoticeKind.APPROVAL:
        appeal = appeal_days(date.fromisoformat(notice.posted_on))
    return Standing(notice, (), appeal, swedish.local_day(clock.now()))


def gaps_of(session: Session, notice: Notice) -> tuple[Gap, ...]:
    """In the time it should have been up."""
    until = notice.removed_at or clock.now()
    looked = select(BoardCheck.at, BoardCheck.was_up).where(BoardCheck.notice_id == notice.id)
    looks = [Look(datetime.fromisoformat(at), was_up) for at, was_up in session.execute(looked)]
    return gaps(datetime.fromisoformat(notice.posted_at), looks, datetime.fromisoformat(until))


def checks_of(session: Session, notice: Notice) -> list[BoardCheck]:
    looked = select(BoardCheck).where(BoardCheck.notice_id == notice.id)
    return list(session.scalars(looked.order_by(BoardCheck.at)))


def _appeal(notice: Notice, found: tuple[Gap, ...], today: date) -> AppealDays:
    removed = swedish.local_day(notice.removed_at) if notice.removed_at else None
    broken = [(_day(gap.begins), _day(gap.ends) if gap.ends else today) for gap in found]
    posted = date.fromisoformat(notice.posted_on)
    return appeal_days(posted, removed=removed, gaps=broken)


def _day(moment: datetime) -> date:
    return moment.astimezone(swedish.STOCKHOLM).date()
