"""The digital notice board: what has been posted, and hour by hour whether it was up."""

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base

NO_ANSWER, MISSING = "no_answer", "missing"  # why a notice was not seen


class NoticeKind(StrEnum):
    MEETING = "meeting"  # kungörelse
    APPROVAL = "approval"  # tillkännagivande av justering


class Notice(Base):
    """One notice as it was posted; what is changed afterwards in the agenda does not change it.

    `text`: in paragraphs with an empty line between.  `items`: what it announces or approves, each
    {"item_id", "number", "title"}; the number is the § in an approval.  `date`: the first day of
    the meeting as the notice says it.  `posted_on`: the day that the law counts from; `posted_at`:
    when it was put up here.  They differ when it was up `elsewhere` first, which says where.
    `again_of`: the notice that this one replaces, after a gap.
    """

    __tablename__ = "notices"
    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"), index=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    kind: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    date: Mapped[str]
    approved_on: Mapped[str | None]
    minutes_at: Mapped[str | None]  # where the approved minutes can be read
    posted_on: Mapped[str]
    posted_at: Mapped[str]
    posted_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    elsewhere: Mapped[str | None]
    again_of: Mapped[int | None] = mapped_column(ForeignKey("notices.id"))
    removed_at: Mapped[str | None]
    removed_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))


class BoardCheck(Base):
    """One look at the public page.  `why` it was not up: NO_ANSWER, MISSING."""

    __tablename__ = "board_checks"
    notice_id: Mapped[int] = mapped_column(ForeignKey("notices.id"), primary_key=True)
    at: Mapped[str] = mapped_column(primary_key=True)
    was_up: Mapped[bool]
    why: Mapped[str | None]
