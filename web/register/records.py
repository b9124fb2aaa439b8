"""What is left of the meeting itself: the approved minutes, and its log."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from core import log, swedish
from meetings.models import Meeting, MinutesVersion
from meetings.queries import approval, items, masks
from web.gateways.minutes.record import record
from web.register.pieces import Direction, Piece, sealed

MASKED = "En maskerad version är publicerad."


def minutes(session: Session, meeting: Meeting, path: Callable[[str], Path]) -> Iterator[Piece]:
    """Only what is approved: a draft is not a created document (TF 2 kap. 10 §)."""
    is_masked = masks.hides_anything(session, meeting.id)
    for one in approval.versions(session, meeting.id):
        if one.approved_on is not None and one.file is not None:
            yield _minutes(meeting, one, path(one.file), is_masked=is_masked)


def meeting_log(session: Session, meeting: Meeting) -> Iterator[Piece]:
    """Once the meeting is over, as the minutes carry it: anybody can verify the chain."""
    if meeting.closed_at is None:
        return
    kept = record(meeting.id, log.read(session, meeting.id))
    content = json.dumps(kept, ensure_ascii=False).encode()
    day, title = swedish.local_day(meeting.closed_at), f"{meeting.title} {meeting.date}"
    told = Piece(Direction.CREATED, day, "Sammanträdets logg", title, content, "json")
    doors = items.has_been_behind_closed_doors(session, meeting.id)  # who spoke there
    yield sealed(replace(told, behind_doors=doors))


def _minutes(meeting: Meeting, one: MinutesVersion, file: Path, *, is_masked: bool) -> Piece:
    paragraph = f"§ {one.paragraph}" if one.item_id and one.paragraph else ""
    what = f"{paragraph}, omedelbart justerad" if paragraph else meeting.title
    return Piece(
        Direction.CREATED,
        date.fromisoformat(one.approved_on or ""),
        "Protokoll",
        f"{what} {meeting.date}",
        file,
        "pdf",
        sha256=one.file or "",
        paragraph=one.paragraph if one.item_id else None,
        remarks=(MASKED,) if is_masked else (),
    )
