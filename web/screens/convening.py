"""What the office has to do before the meeting: announce it in time, and summon everybody.

Kommunallagen 5 kap. 12–15 §§, 8 kap. 14–16 a §§ (NOTICE-1, NOTICE-2, SUMM-1, MEET-1, DOCS-1).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.queries.listing import Row
from agenda.queries.meetings import MeetingNow
from agenda.queries.notices import Announced, announced
from agenda.rules.deadlines import latest_days
from agenda.rules.wording import OnTheWeb, needs_announcement
from core import clock, swedish
from councils.models import Council
from meetings.models import How, Meeting, Notice, NoticeKind
from meetings.queries import board, summoning
from meetings.queries.board import wording
from meetings.queries.summoning import Called


@dataclass(frozen=True)
class OfficeWork:
    """`new`: items that no notice holds.  `choices`: late, and to be called urgent or not.

    `has_changed`: time or place is another than the last notice says.  `on_the_web`: what has to
    be there from the day of the notice, and whether it has documents.
    """

    notices: list[Notice]
    new: list[Item]
    choices: list[Item]
    is_late: bool
    is_too_late: bool
    has_changed: bool
    on_the_web: list[tuple[Item, str, bool]]
    called: Called | None
    today: str
    hows: dict[How, str] = field(default_factory=dict)

    @property
    def is_to_be_posted(self) -> bool:
        return bool(not self.notices or self.new or self.has_changed)


def office_work(session: Session, meeting: MeetingNow, rows: Sequence[Row]) -> OfficeWork | None:
    """None once it is opened, and in a rehearsal."""
    row = session.get_one(Meeting, meeting.id)
    if meeting.opened_at is not None or row.rehearsal:
        return None
    told, today = announced(session, meeting), swedish.local_day(clock.now())
    latest = latest_days(meeting.day)
    posted = [one for one in board.of_meeting(session, meeting.id, NoticeKind.MEETING) if _up(one)]
    late = today > latest.ordinary
    return OfficeWork(
        notices=posted,
        new=[one.item for one in rows if told.posted and one.item.id not in told.days],
        choices=[one.item for one in rows if _is_choice(told, one)] if late else [],
        is_late=late,
        is_too_late=today > latest.urgent,
        has_changed=bool(posted) and _text(session, row) != posted[-1].text,
        on_the_web=[(one.item, _label(one), bool(one.documents)) for one in rows if _is_web(one)],
        called=summoning.called(session, row) if meeting.convened_at else None,
        today=today.isoformat(),
        hows=how_words(),
    )


def how_words() -> dict[How, str]:
    return {
        How.EMAIL: _("e-post"),
        How.PHONE: _("sms"),
        How.HANDED: _("överlämnad"),
        How.POST: _("brev"),
        How.OTHER: _("på annat sätt"),
    }


def web_words() -> dict[OnTheWeb, str]:
    return {
        OnTheWeb.BUDGET: _("Förslag till budget (8 kap. 14 §)"),
        OnTheWeb.ANNUAL_REPORT: _("Årsredovisning (8 kap. 15 §)"),
        OnTheWeb.AUDIT: _("Revisionsberättelse (8 kap. 16 §)"),
    }


def _up(one: Notice) -> bool:
    return one.removed_at is None


def _is_choice(told: Announced, row: Row) -> bool:
    return row.item.id not in told.in_time and needs_announcement(row.kind)


def _is_web(row: Row) -> bool:
    return row.item.on_the_web is not None


def _label(row: Row) -> str:
    return web_words()[OnTheWeb(row.item.on_the_web or "")]


def _text(session: Session, meeting: Meeting) -> str:
    council = session.get_one(Council, meeting.council_id)
    return wording.text_of(council.name, meeting, date.fromisoformat(meeting.date))
