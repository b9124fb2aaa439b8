"""When on the meeting's days a clock time was.

A time earlier than the opening belongs to the next day.  The one exception: somebody who arrives
before the opening.  Read as the next day the arrival would come after the leaving or the close;
such a time is kept on the day of the meeting.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONGEST = timedelta(hours=18)  # no sitting is longer; only used where no close is given
TOLERANCE = timedelta(hours=1)  # people log out a while after the close


@dataclass(frozen=True)
class Clock:
    """The meeting's day and time zone, and its opening and close where they are known."""

    day: date
    zone: ZoneInfo
    opened: time | None = None
    closed: time | None = None

    def at(self, clock: time) -> datetime:
        """The moment of a time during the meeting."""
        moment = self._same_day(clock)
        if self.opened is not None and clock < self.opened:
            return moment + timedelta(days=1)
        return moment

    def present(
        self, arrived: time | None, left: time | None
    ) -> tuple[datetime | None, datetime | None]:
        """From and until when somebody was there; either may be before the opening."""
        until = None if left is None else self._not_after(left, self._last)
        limit = self._last if until is None else until
        return (None if arrived is None else self._not_after(arrived, limit)), until

    def is_early(self, arrived: datetime | None) -> bool:
        """Before the opening."""
        return arrived is not None and self.opened is not None and arrived < self.at(self.opened)

    @property
    def _last(self) -> datetime:
        if self.closed is not None:
            return self.at(self.closed) + TOLERANCE
        return self._same_day(self.opened or time.min) + LONGEST

    def _not_after(self, clock: time, limit: datetime) -> datetime:
        moment = self.at(clock)
        return moment if moment <= limit else self._same_day(clock)

    def _same_day(self, clock: time) -> datetime:
        return datetime.combine(self.day, clock, self.zone)
