"""What is said of the notice: how long there is left, or whether it was in time (KL 5:13–14)."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from agenda.queries.meetings import MeetingNow
from agenda.queries.notices import Announced, announced
from agenda.rules.deadlines import Latest, NoticeStatus, latest_days
from core import clock, swedish
from web.words import day_month, weekday_date

SOON = 3  # days


@dataclass(frozen=True)
class Told:
    kind: str
    text: str


def deadline(session: Session, meeting: MeetingNow) -> Told:
    """As it stands today."""
    return told_of(announced(session, meeting), meeting, swedish.local_day(clock.now()))


def told_of(notice: Announced, meeting: MeetingNow, today: date) -> Told:
    latest = latest_days(meeting.day)
    if notice.posted is not None:
        return _announced(notice, latest, notice.posted)
    if today <= latest.ordinary:
        return _ahead(latest.ordinary, (latest.ordinary - today).days)
    if today <= latest.urgent:
        return Told("error", _too_late_for_most(latest))
    return Told("error", _("Kungörelsen hinner inte anslås i tid. Sammanträdet måste flyttas."))


def _ahead(last: date, days: int) -> Told:
    if days == 0:
        return Told("warn", _("Kungör i dag. Det är sista dagen."))
    text = _("Kungör senast %(day)s.", day=_weekday(last))
    left = ngettext("Det är %(num)d dag kvar.", "Det är %(num)d dagar kvar.", days)
    return Told("warn" if days <= SOON else "info", f"{text} {left}")


def _too_late_for_most(latest: Latest) -> str:
    words: str = _(
        "Sista dagen för kungörelsen var %(last)s. "
        "Bara brådskande ärenden kan tas upp, om de kungörs senast %(urgent)s.",
        last=day_month(latest.ordinary),
        urgent=day_month(latest.urgent),
    )
    return words


def _announced(notice: Announced, latest: Latest, posted: date) -> Told:
    day, last = day_month(posted), day_month(latest.ordinary)
    match notice.status:
        case NoticeStatus.ORDINARY:
            return Told("ok", _("Kungjord %(day)s.", day=day))
        case NoticeStatus.URGENT_ONLY:
            words = _(
                "Kungjord %(day)s, efter sista dagen %(last)s. "
                "Bara brådskande ärenden kan avgöras.",
                day=day,
                last=last,
            )
            return Told("warn", words)
    return Told("error", _("Kungjord %(day)s, för sent. Sammanträdet måste flyttas.", day=day))


def _weekday(day: date) -> str:
    """måndag 7 december"""
    return weekday_date(day.isoformat()).rpartition(" ")[0]
