"""When minutes are approved and posted, and when a decision can no longer be appealed.

Kommunallagen 5 kap. 69 § (MIN-3), 8 kap. 12 § (BOARD-2), 13 kap. 5 § (APPEAL-1, APPEAL-2) and lag
(1930:173) 1–2 §§.  The municipality's own days are not moved over holidays (U19); the last day of
appeal is.  If the notice is not up all of the time, the time never runs out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from core.calendar import DAY, working_day_from

APPROVE_WITHIN = timedelta(days=14)
POST_WITHIN = timedelta(days=2)
APPEAL_TIME = timedelta(weeks=3)


@dataclass(frozen=True)
class MinutesDays:
    approve_latest: date
    approved_on_time: bool | None
    post_latest: date | None
    posted_on_time: bool | None


@dataclass(frozen=True)
class AppealDays:
    """`removable_from`: the first day on which the notice may be taken down."""

    nominal: date
    last_day: date
    ran_out: bool

    @property
    def removable_from(self) -> date:
        return self.last_day + DAY

    @property
    def legal_force(self) -> date | None:
        """The day after the last, if the time has run out."""
        return self.last_day + DAY if self.ran_out else None


def minutes_deadline(
    last_meeting_day: date, *, approved: date | None = None, posted: date | None = None
) -> MinutesDays:
    """Fourteen days to approve, then two to announce.  KL 5:69, 8:12."""
    latest = last_meeting_day + APPROVE_WITHIN
    if approved is None:
        if posted is not None:
            raise ValueError("Protokollet anslås först när det är justerat.")
        return MinutesDays(latest, None, None, None)
    if approved < last_meeting_day:
        raise ValueError("Protokollet kan inte justeras före sammanträdet.")
    post_latest = approved + POST_WITHIN
    posted_on_time = None if posted is None else approved <= posted <= post_latest
    return MinutesDays(latest, approved <= latest, post_latest, posted_on_time)


def appeal_days(
    posted: date, *, removed: date | None = None, gaps: Iterable[tuple[date, date]] = ()
) -> AppealDays:
    """Three weeks from the day of posting.  KL 13:5.

    `removed`: the first day on which the notice was not up all day.  `gaps`: first and last days on
    which it was not up all the time.
    """
    if removed is not None and removed < posted:
        raise ValueError("Anslaget kan inte tas ned innan det har satts upp.")
    nominal = posted + APPEAL_TIME
    last_day = working_day_from(nominal)
    broken = any(_touches(gap, posted, last_day) for gap in gaps)
    early = removed is not None and removed <= last_day
    return AppealDays(nominal, last_day, not (early or broken))


def _touches(gap: tuple[date, date], first: date, last: date) -> bool:
    begins, ends = gap
    if ends < begins:
        raise ValueError("Avbrottet slutar innan det börjar.")
    return begins <= last and ends >= first
