"""The latest days: notice, summons, motions, interpellations and questions.

Kommunallagen 5 kap. 13–15 §§ (NOTICE-1, NOTICE-2, SUMM-1), 5 kap. 35 § (MOT-1), 8 kap. 1 § (CIT-1).
Notice and summons at least one week before the day of the meeting; an urgent item no later than the
nearest working day before, Saturdays and the three eves not counted (U6).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from core.calendar import latest_working_day_before, same_date_next_year, working_days_before
from councils.rules.procedure import LeadTime

P = TypeVar("P")
WEEK = timedelta(days=7)


class NoticeStatus(StrEnum):
    ORDINARY = "ORDINARY"
    URGENT_ONLY = "URGENT_ONLY"  # in time for urgent items only; else the meeting is moved
    TOO_LATE = "TOO_LATE"


@dataclass(frozen=True)
class Latest:
    """The last day for the ordinary items, and for urgent ones."""

    ordinary: date
    urgent: date


@dataclass(frozen=True)
class SummonsCheck(Generic[P]):
    """`late`: who was sent the summons after the last day, or never.  SUMM-1."""

    latest: Latest
    on_time: bool | None
    late: tuple[P, ...]


def latest_days(meeting: date) -> Latest:
    """For notice and summons alike, from the first day of the meeting.  KL 5:13–15."""
    return Latest(meeting - WEEK, latest_working_day_before(meeting))


def notice_status(meeting: date, posted: date | None) -> NoticeStatus | None:
    """What a notice posted on this day is good for; None if not posted.  KL 5:13–14."""
    if posted is None:
        return None
    latest = latest_days(meeting)
    if posted <= latest.ordinary:
        return NoticeStatus.ORDINARY
    return NoticeStatus.URGENT_ONLY if posted <= latest.urgent else NoticeStatus.TOO_LATE


def is_in_time(meeting: date, posted: date, *, is_urgent: bool) -> bool:
    """Was an item on the board in time: an ordinary one, or one that is urgent?  KL 5:13–14."""
    status = notice_status(meeting, posted)
    return status is NoticeStatus.ORDINARY or (is_urgent and status is NoticeStatus.URGENT_ONLY)


def summons_check(meeting: date, sent: Iterable[tuple[P, date | None]]) -> SummonsCheck[P]:
    """Was everybody, each substitute too, summoned in time?  None if nobody is named.  KL 5:15."""
    latest = latest_days(meeting)
    recipients = tuple(sent)
    late = tuple(who for who, day in recipients if day is None or day > latest.ordinary)
    return SummonsCheck(latest, not late if recipients else None, late)


def decide_or_report_by(raised: date) -> date:
    """A motion or citizens' proposal is decided within a year, or its state reported.  KL 5:35."""
    return same_date_next_year(raised)


def hand_in_by(meeting: date, lead: LeadTime) -> tuple[date, time | None]:
    """Last day, and hour if there is one, for an interpellation or a question.  KL 5:59, 5:64."""
    return working_days_before(meeting, lead.working_days), lead.at
