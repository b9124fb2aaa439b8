"""When the notice is up and the summons sent (KL 5:13–15)."""

from datetime import date

from agenda.rules import deadlines
from web.counting.fields import Case, Name, Plain


class NoticeDeadline(Case, frozen=True):
    meeting: date
    posted: date | None = None


def notice_deadline(given: NoticeDeadline) -> Plain:
    status = deadlines.notice_status(given.meeting, given.posted)
    return {**_latest(deadlines.latest_days(given.meeting)), "status": status}


class Recipient(Case, frozen=True):
    id: Name
    sent: date | None = None


class SummonsDeadline(Case, frozen=True):
    meeting: date
    recipients: tuple[Recipient, ...] = ()


def summons_deadline(given: SummonsDeadline) -> Plain:
    sent = [(each.id, each.sent) for each in given.recipients]
    found = deadlines.summons_check(given.meeting, sent)
    return {**_latest(found.latest), "on_time": found.on_time, "late": list(found.late)}


def _latest(found: deadlines.Latest) -> Plain:
    return {"latest": str(found.ordinary), "latest_urgent": str(found.urgent)}
