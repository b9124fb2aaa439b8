from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class MinutesText(Base):
    """The clerk's own words at a marked place in the minutes.  Facts come from the log.

    `place`: "opening", "closing" or "item:<item_id>".  `version` guards against two editors.
    """

    __tablename__ = "minutes_texts"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    version: Mapped[int]
    edited_at: Mapped[str]
    edited_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
