"""Justering: who approves the minutes and where, the text as it was frozen, and each answer."""

from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Verifier(Base):
    """A member chosen by the council to approve the minutes with the chair (KL 5:69)."""

    __tablename__ = "minutes_verifiers"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    position: Mapped[int]


class ApprovalPlan(Base):
    """When and where it is to be done, as the council was told.  `starts`: local time."""

    __tablename__ = "approval_plans"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    date: Mapped[str]
    starts: Mapped[str | None]
    place: Mapped[str | None]


class Returned(StrEnum):
    """Why a text that was ready was taken back."""

    OBJECTION = "objection"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class MinutesVersion(Base):
    """The minutes as they were declared ready: nothing in the row's text is ever changed.

    `item_id`: of one item alone, approved at once; None is the whole.  `paper`: the exact text in
    canonical JSON; `digest` is its SHA-256.  `stamp`: what it was made of, so that a later change
    is seen; `height`: the last entry of the log in it.  `approved_on`: the calendar day on which
    the last one approved.  `file`: SHA-256 of the stored PDF, `certificate` who sealed it (None:
    unsealed).  `published_at`: when it was reviewed and could be read by all.
    """

    __tablename__ = "minutes_versions"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"))
    paragraph: Mapped[int | None]
    paper: Mapped[str]
    digest: Mapped[str]
    stamp: Mapped[str]
    height: Mapped[int]
    ready_at: Mapped[str]
    ready_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    returned_at: Mapped[str | None]
    returned_why: Mapped[str | None]
    approved_at: Mapped[str | None]
    approved_on: Mapped[str | None]
    file: Mapped[str | None]
    certificate: Mapped[str | None]
    published_at: Mapped[str | None]
    published_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))


class Office(StrEnum):
    """In which capacity somebody approves."""

    CHAIR = "chair"
    VERIFIER = "verifier"


class Approval(Base):
    """One person's answer to one version; asked from the start, so that all can see who is left.

    `answer`: "accepted" or "objected", None while she has not answered.  `on`: the calendar day.
    `recorded_by`: who wrote it in when it was signed on paper.  `reason`: of an objection; for
    those who work with the minutes, never in the log.
    """

    __tablename__ = "minutes_approvals"
    version_id: Mapped[int] = mapped_column(ForeignKey("minutes_versions.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    position: Mapped[int]
    office: Mapped[str]
    answer: Mapped[str | None]
    at: Mapped[str | None]
    on: Mapped[str | None]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    reason: Mapped[str | None]


class Mask(Base):
    """A piece of text that the office has looked at before the minutes are on the web (GDPR-1).

    It is hidden wherever it stands in what the public is shown of the meeting, or kept.  The text
    stands here and never in the log.
    """

    __tablename__ = "minutes_masks"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    text: Mapped[str]
    kind: Mapped[str]
    reason: Mapped[str | None]
    is_hidden: Mapped[bool]
    decided_at: Mapped[str]
    decided_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
