"""What is said of the notice: how long there is left, or whether it was in time."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from agenda.queries.meetings import MeetingNow
from agenda.rules.deadlines import Latest, NoticeStatus, latest_days, notice_status
from core import swedish
from web.words import day_month

SOON = 3  # days


@dataclass(frozen=True)
class Told:
    kind: str
    text: str


def deadline(meeting: MeetingNow, today: date) -> Told:
    """KL 5:13–14."""
    latest = latest_days(meeting.day)
    if meeting.convened_at is not None:
        return _announced(meeting, latest, swedish.local_day(meeting.convened_at))
    if today <= latest.ordinary:
        return _ahead(latest.ordinary, (latest.ordinary - today).days)
    if today <= latest.urgent:
        return Told("warn", _too_late_for_most(latest))
    return Told("error", _("Kungörelsen hinner inte anslås i tid. Sammanträdet måste flyttas."))


def _ahead(last: date, days: int) -> Told:
    if days == 0:
        return Told("warn", _("Kungörelsen ska anslås i dag."))
    text = _("Kungörelsen ska anslås senast %(day)s.", day=day_month(last))
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


def _announced(meeting: MeetingNow, latest: Latest, posted: date) -> Told:
    day, last = day_month(posted), day_month(latest.ordinary)
    match notice_status(meeting.day, posted):
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
