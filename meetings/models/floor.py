from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class RequestKind(StrEnum):
    SPEECH = "speech"
    REPLY = "reply"
    POINT_OF_ORDER = "point_of_order"


class Request(Base):
    """A place in the speakers' list.  `rank` orders; `reply_to` is the speech a reply answers.

    Ended by one of: given (a speech refers to it), withdrawn (also when the person leaves or stands
    aside), or the item's closing.
    """

    __tablename__ = "floor_requests"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kind: Mapped[str]
    reply_to: Mapped[int | None]  # no foreign key: speeches already point here
    rank: Mapped[int]
    requested_at: Mapped[str]
    added_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))  # on someone's behalf
    moved_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    ended_at: Mapped[str | None]
    ended_how: Mapped[str | None]  # given, withdrawn, closed


class Speech(Base):
    """The floor, given.  The one not ended is being held.  `seconds`: the limit."""

    __tablename__ = "speeches"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    request_id: Mapped[int | None] = mapped_column(ForeignKey("floor_requests.id"))
    kind: Mapped[str]
    reply_to: Mapped[int | None] = mapped_column(ForeignKey("speeches.id"))
    mode: Mapped[str]
    seconds: Mapped[int | None]
    started_at: Mapped[str]
    ended_at: Mapped[str | None]
