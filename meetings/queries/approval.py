"""Where the minutes stand on the way to being approved."""

import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from core import log, swedish
from core.errors import NotFound
from meetings.facts import Approver, ChairTaken, ItemClosed, ItemOpened, MeetingOpened
from meetings.models import Approval, ApprovalPlan, Meeting, MinutesVersion, Office, Verifier
from meetings.models.minutes import MinutesText
from meetings.queries.people import named
from meetings.rules.approval import VersionState
from meetings.rules.legal_force import MinutesDays, minutes_deadline

AFTERWARDS = ("minutes", "notice", "document", "documents")  # what is told of paper is not in them


@dataclass(frozen=True)
class Answer:
    """One of those who approve, by name, and what she has answered."""

    approver: Approver
    row: Approval


def verifiers(session: Session, meeting_id: int) -> list[Approver]:
    """As the council chose them."""
    chosen = select(Verifier.person_id).where(Verifier.meeting_id == meeting_id)
    people = session.scalars(chosen.order_by(Verifier.position))
    return [approver(session, meeting_id, person, Office.VERIFIER) for person in people]


def plan(session: Session, meeting_id: int) -> ApprovalPlan | None:
    return session.get(ApprovalPlan, meeting_id)


def approver(session: Session, meeting_id: int, person_id: int, office: str) -> Approver:
    who = named(session, meeting_id, person_id)
    return Approver(who.id, who.name, who.party, office)


def presided(session: Session, meeting: Meeting) -> list[int]:
    """Everybody who led the meeting while an item was handled, in that order (KL 5:65).

    If none was handled, whoever led at the end.
    """
    led, chair, is_open = list[int](), None, False
    for entry in log.read(session, meeting.id):
        match entry.kind:
            case MeetingOpened.kind:
                chair = entry.payload["presiding_id"]
            case ChairTaken.kind:
                chair = entry.payload["person_id"]
            case ItemOpened.kind:
                is_open = True
            case ItemClosed.kind:
                is_open = False
        if is_open and chair is not None and chair not in led:
            led.append(chair)
    last = [meeting.presiding_id] if meeting.presiding_id else []
    return led or last


def stamp(session: Session, meeting_id: int) -> str:
    """What the minutes are made of just now: the log so far, and each text by its version."""
    about = or_(*(log.Entry.kind.startswith(f"{room}.") for room in AFTERWARDS))
    last = select(log.Entry.hash).where(log.Entry.meeting_id == meeting_id, ~about)
    texts = select(MinutesText.place, MinutesText.version).where(
        MinutesText.meeting_id == meeting_id
    )
    written = sorted((place, number) for place, number in session.execute(texts))
    head = session.scalar(last.order_by(log.Entry.height.desc()).limit(1))
    return json.dumps([head, written], separators=(",", ":"))


def version_in(session: Session, meeting_id: int, version_id: int) -> MinutesVersion:
    found = session.get(MinutesVersion, version_id)
    if found is None or found.meeting_id != meeting_id:
        raise NotFound("Det finns ingen sådan text att justera.")
    return found


def versions(session: Session, meeting_id: int) -> list[MinutesVersion]:
    """All that was ever declared ready, the latest first."""
    mine = select(MinutesVersion).where(MinutesVersion.meeting_id == meeting_id)
    return list(session.scalars(mine.order_by(MinutesVersion.id.desc())))


def state_of(version: MinutesVersion) -> VersionState:
    if version.approved_at:
        return VersionState.APPROVED
    return VersionState.RETURNED if version.returned_at else VersionState.WAITING


def waiting(session: Session, meeting_id: int, item_id: int | None) -> MinutesVersion | None:
    """The one that waits for its answers; of an item, or of the whole (None)."""
    mine = select(MinutesVersion).where(
        MinutesVersion.meeting_id == meeting_id,
        _about(item_id),
        MinutesVersion.approved_at.is_(None),
        MinutesVersion.returned_at.is_(None),
    )
    return session.scalar(mine.limit(1))


def any_waiting(session: Session, meeting_id: int) -> MinutesVersion | None:
    mine = select(MinutesVersion).where(
        MinutesVersion.meeting_id == meeting_id,
        MinutesVersion.approved_at.is_(None),
        MinutesVersion.returned_at.is_(None),
    )
    return session.scalar(mine.order_by(MinutesVersion.id).limit(1))


def approved(session: Session, meeting_id: int, item_id: int | None) -> MinutesVersion | None:
    """Of the item alone, or of the whole meeting (None)."""
    mine = select(MinutesVersion).where(
        MinutesVersion.meeting_id == meeting_id,
        _about(item_id),
        MinutesVersion.approved_at.is_not(None),
    )
    return session.scalar(mine.limit(1))


def answers(session: Session, version: MinutesVersion) -> list[Answer]:
    asked = select(Approval).where(Approval.version_id == version.id).order_by(Approval.position)
    return [
        Answer(approver(session, version.meeting_id, row.person_id, row.office), row)
        for row in session.scalars(asked)
    ]


def is_asked(session: Session, meeting_id: int, person_id: int) -> bool:
    """Does she approve, or has she approved, any text of this meeting?"""
    asked = select(Approval.person_id).join(
        MinutesVersion, MinutesVersion.id == Approval.version_id
    )
    mine = asked.where(MinutesVersion.meeting_id == meeting_id, Approval.person_id == person_id)
    return session.scalar(mine.limit(1)) is not None


def waits_for(session: Session, person_id: int) -> list[Meeting]:
    """The meetings in which a text waits for her answer."""
    asked = (
        select(MinutesVersion.meeting_id)
        .join(Approval, Approval.version_id == MinutesVersion.id)
        .where(
            Approval.person_id == person_id,
            Approval.answer.is_(None),
            MinutesVersion.approved_at.is_(None),
            MinutesVersion.returned_at.is_(None),
        )
    )
    found = select(Meeting).where(Meeting.id.in_(asked))
    return list(session.scalars(found.order_by(Meeting.date, Meeting.id)))


def days(
    meeting: Meeting, approved_on: str | None = None, posted_on: str | None = None
) -> MinutesDays:
    """Counted from the day on which the meeting ended; an item may be approved before that."""
    ended = date.fromisoformat(meeting.date)
    if meeting.closed_at:
        ended = swedish.local_day(meeting.closed_at)
    on = date.fromisoformat(approved_on) if approved_on else None
    posted = date.fromisoformat(posted_on) if posted_on else None
    return minutes_deadline(min(ended, on) if on else ended, approved=on, posted=posted)


def count_published(session: Session, meeting_id: int) -> int:
    out = select(func.count()).where(
        MinutesVersion.meeting_id == meeting_id, MinutesVersion.published_at.is_not(None)
    )
    return session.scalar(out) or 0


def _about(item_id: int | None) -> ColumnElement[bool]:
    if item_id is None:
        return MinutesVersion.item_id.is_(None)
    return MinutesVersion.item_id == item_id
