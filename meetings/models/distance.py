"""Requests to take part at a distance."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class RemoteRequest(Base):
    """One person's request for one meeting; asked again it is the same row.

    `reason` and `why` are personal data: the member, whoever decides and the office read them, and
    they are in no log.  `reason` is None where the chair granted it at the roll call unasked.
    `answer`: granted or refused.
    """

    __tablename__ = "remote_requests"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    reason: Mapped[str | None]
    late: Mapped[bool]
    asked_at: Mapped[str]
    asked_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    answer: Mapped[str | None]
    why: Mapped[str | None]
    answered_at: Mapped[str | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
