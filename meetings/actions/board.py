"""The notice board: a meeting is announced, an approval is announced, a notice is taken down.

Kommunallagen 5 kap. 13–14 §§ (NOTICE-1, NOTICE-2), 8 kap. 9–12 §§ (BOARD-1, BOARD-2), 13 kap. 5 §.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.queries.items import standing as items_of
from agenda.queries.meetings import meeting_now
from agenda.queries.notices import announced
from agenda.rules.deadlines import NoticeStatus, latest_days, notice_status
from core import clock, log, swedish
from core.actor import Actor
from core.errors import BadInput, MovedOn, NeedsConfirmation, RuleBroken
from councils.models import Council
from meetings.actions import asking
from meetings.facts import NoticePosted, NoticeRemoved
from meetings.models import BoardCheck, Meeting, Notice, NoticeKind
from meetings.queries import board, state
from meetings.queries.board import wording
from meetings.rules.lifecycle import MeetingState

Seen = tuple[int, str | None]  # a notice, and why it was not up


def announce_meeting(
    session: Session,
    meeting_id: int,
    posted_on: str | None = None,
    elsewhere: str | None = None,
    urgent: Sequence[int] = (),
    *,
    by: Actor,
) -> int:
    """Time, place and the items as they stand now; again when an item has been added.

    `posted_on` and `elsewhere`: it was up on another board already from that day.  `urgent`: the
    items that could not wait, when the week before the meeting has begun.
    """
    asking.clerk(session, meeting_id, by)
    meeting = state.meeting(session, meeting_id)
    if state.state(meeting) not in (MeetingState.PLANNED, MeetingState.CONVENED):
        raise RuleBroken("Sammanträdet är redan öppnat och kan inte kungöras.")
    council = session.get_one(Council, meeting.council_id)
    if meeting.rehearsal and not council.rehearsal:
        raise RuleBroken("En övning kungörs inte.")
    items = items_of(session, meeting_id)
    if not items:
        raise RuleBroken("Lägg till minst ett ärende innan ni kungör.")
    _check_web(meeting, items)
    day = state.day(meeting)
    notice = _of(meeting, NoticeKind.MEETING)
    notice.title = wording.meeting_title(meeting.title, day)
    notice.text = wording.text_of(council.name, meeting, day)
    notice.posted_on = posted_on or swedish.local_day(clock.now()).isoformat()
    late = _check_in_time(session, meeting, notice.posted_on, items, urgent)
    notice.items = [_told(item, item.number) for item in items]
    for row in notice.items:
        if late and row["item_id"] in urgent:
            row["urgent"] = True
    return _post(session, notice, elsewhere, by=by)


def announce_approval(
    session: Session,
    meeting_id: int,
    approved_on: str,
    minutes_at: str,
    paragraphs: Sequence[tuple[int, int]] = (),
    posted_on: str | None = None,
    elsewhere: str | None = None,
    *,
    by: Actor,
) -> int:
    """That the minutes, or some of them, have been approved.

    `paragraphs`: item and §, for each that was approved; none means all of them.  `minutes_at`:
    where the minutes can be read.  KL 8:12.
    """
    asking.clerk(session, meeting_id, by)
    meeting = state.meeting(session, meeting_id)
    if not minutes_at.strip():
        raise BadInput("Skriv var protokollet finns.", "minutes_at")
    council = session.get_one(Council, meeting.council_id)
    day, numbers = state.day(meeting), [number for _, number in paragraphs]
    notice = _of(meeting, NoticeKind.APPROVAL)
    notice.title = wording.approval_title(meeting.title, day)
    approved = date.fromisoformat(approved_on)
    notice.text = wording.approval_text(council.name, day, numbers, approved, minutes_at.strip())
    notice.items = [_told(session.get_one(Item, item), number) for item, number in paragraphs]
    notice.approved_on, notice.minutes_at = approved_on, minutes_at.strip()
    notice.posted_on = posted_on or swedish.local_day(clock.now()).isoformat()
    return _post(session, notice, elsewhere, by=by)


def post_again(session: Session, meeting_id: int, notice_id: int, *, by: Actor) -> int:
    """After a gap: the same words from today, and the time is counted afresh.  KL 13:5."""
    asking.clerk(session, meeting_id, by)
    before = _up(session, meeting_id, notice_id)
    notice = _of(state.meeting(session, meeting_id), NoticeKind(before.kind))
    for field in ("title", "text", "items", "date", "approved_on", "minutes_at"):
        setattr(notice, field, getattr(before, field))
    notice.again_of, notice.posted_on = before.id, swedish.local_day(clock.now()).isoformat()
    before.removed_at, before.removed_by = clock.now(), by.person_id
    return _post(session, notice, None, by=by)


def take_down(
    session: Session, meeting_id: int, notice_id: int, confirmed: bool = False, *, by: Actor
) -> None:
    """Too early only knowingly: then the meeting is not announced, or the time does not run out."""
    asking.clerk(session, meeting_id, by)
    notice = _up(session, meeting_id, notice_id)
    if not confirmed:
        _warn_if_needed(session, notice)
    notice.removed_at, notice.removed_by = clock.now(), by.person_id
    log.append(session, NoticeRemoved(notice.id, notice.kind, notice.title), by=by)


def note_looks(
    session: Session, _register: int, looks: Sequence[Seen], *, by: Actor | None
) -> None:
    """What one look at the public page found.  Kept in the record of the board, not in the log."""
    now = clock.now()
    for notice_id, why_not in looks:
        notice = session.get_one(Notice, notice_id)
        if notice.removed_at is None and session.get(BoardCheck, (notice_id, now)) is None:
            check = BoardCheck(notice_id=notice_id, at=now, was_up=why_not is None, why=why_not)
            session.add(check)


def _of(meeting: Meeting, kind: NoticeKind) -> Notice:
    return Notice(
        council_id=meeting.council_id, meeting_id=meeting.id, kind=kind, date=meeting.date
    )


def _told(item: Item, number: int | None) -> dict[str, Any]:
    return {"item_id": item.id, "number": number, "title": item.title}


def _check_web(meeting: Meeting, items: Sequence[Item]) -> None:
    """The page with the documents is everybody's once the meeting is convened.  KL 8:14–16 a."""
    for item in items:
        if item.on_the_web and meeting.convened_at is None:
            raise RuleBroken(
                "Handlingarna till {item} ska finnas på webben från kungörelsen. "
                "Kungör och kalla på samma gång.",
                item=item.title,
            )


def _check_in_time(
    session: Session, meeting: Meeting, posted_on: str, items: Sequence[Item], urgent: Sequence[int]
) -> bool:
    """Late: only what is urgent, and only until the working day before.  KL 5:13–14."""
    day, latest = state.day(meeting), latest_days(state.day(meeting))
    status = notice_status(day, date.fromisoformat(posted_on))
    if meeting.rehearsal or status is NoticeStatus.ORDINARY:
        return False
    if status is NoticeStatus.TOO_LATE:
        raise RuleBroken(
            "Kungörelsen hinner inte anslås i tid. Sista dagen var {day}, för brådskande ärenden "
            "{urgent}.",
            day=swedish.long_date(latest.ordinary),
            urgent=swedish.long_date(latest.urgent),
        )
    told = announced(session, meeting_now(session, meeting.id))
    new = {item.id for item in items} - told.in_time
    if new and not new & set(urgent):
        raise RuleBroken(
            "Sista dagen för kungörelsen var {day}. Ange vilka ärenden som är brådskande: bara de "
            "kan avgöras.",
            day=swedish.long_date(latest.ordinary),
        )
    return True


def _post(session: Session, notice: Notice, elsewhere: str | None, *, by: Actor) -> int:
    now = clock.now()
    _check_day(notice.posted_on, swedish.local_day(now), elsewhere)
    notice.elsewhere = elsewhere
    notice.posted_at, notice.posted_by = now, by.person_id
    session.add(notice)
    session.flush()
    log.append(session, _posted(notice), by=by)
    return notice.id


def _check_day(posted_on: str, today: date, elsewhere: str | None) -> None:
    if date.fromisoformat(posted_on) > today:
        raise BadInput("Dagen för anslaget kan inte ligga framåt i tiden.", "posted_on")
    if date.fromisoformat(posted_on) < today and not elsewhere:
        raise BadInput("Skriv på vilken anslagstavla det anslogs den dagen.", "elsewhere")


def _posted(notice: Notice) -> NoticePosted:
    return NoticePosted(
        notice_id=notice.id,
        notice_kind=notice.kind,
        title=notice.title,
        date=notice.date,
        posted_on=notice.posted_on,
        elsewhere=notice.elsewhere,
        item_ids=tuple(item["item_id"] for item in notice.items),
        again_of=notice.again_of,
    )


def _up(session: Session, meeting_id: int, notice_id: int) -> Notice:
    meeting = state.meeting(session, meeting_id)
    notice = board.notice(session, meeting.council_id, notice_id)
    if notice.meeting_id != meeting_id:
        raise RuleBroken("Anslaget hör till ett annat sammanträde.")
    if notice.removed_at is not None:
        raise MovedOn("Anslaget är redan nedtaget.")
    return notice


def _warn_if_needed(session: Session, notice: Notice) -> None:
    now = board.standing_of(session, notice)
    if not now.is_needed:
        return
    if now.appeal is None:
        raise NeedsConfirmation(
            "Sammanträdet har inte hållits. Tas kungörelsen ned gäller den inte. Ta ned den ändå?"
        )
    raise NeedsConfirmation(
        "Överklagandetiden går till och med {day}. Tas anslaget ned nu löper den aldrig ut. "
        "Ta ned det ändå?",
        day=swedish.long_date(now.appeal.last_day),
    )
