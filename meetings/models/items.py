from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Handling(Base):
    """An item being handled: the current item is the handling that is opened and not closed.

    `step` is one of `meetings.rules.lifecycle`.  `list_closed_at`: streck i debatten.
    `rests_until`: the gavel has just fallen, and until then the item is not left.  `leave`: may the
    interpellation or the question be put, None until the council has said.
    """

    __tablename__ = "handlings"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"))
    paragraph: Mapped[int]
    step: Mapped[str]
    opened_at: Mapped[str]
    list_closed_at: Mapped[str | None]
    order_approved_at: Mapped[str | None]
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey("documents.id")
    )  # shown by the chair
    page: Mapped[int] = mapped_column(default=1)
    rests_until: Mapped[str | None]
    leave: Mapped[bool | None]
    closed_at: Mapped[str | None]


class Assent(Base):
    """Did all present agree to decide an item that was not announced, or not prepared?

    `lacks`: which of the two, or both.  `present`: the persons who were asked.  The latest answer
    counts.  KL 5:33, 5:52.
    """

    __tablename__ = "assents"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"))
    lacks: Mapped[list[str]] = mapped_column(JSON)
    agreed: Mapped[bool]
    present: Mapped[list[int]] = mapped_column(JSON)
    at: Mapped[str]
    by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
