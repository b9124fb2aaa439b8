from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Document(Base):
    """A PDF on an item.  The file lies in the data folder under its SHA-256; `size` in bytes."""

    __tablename__ = "documents"
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    pages: Mapped[int]
    attached_at: Mapped[str]
    attached_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    removed_at: Mapped[str | None]


class Cover(Base):
    """A document with personal data in it: the public does not read it as it is (GDPR-1).

    `copy`: SHA-256 of the masked copy that is shown instead, None until there is one.  The original
    is never touched.
    """

    __tablename__ = "document_covers"
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    copy: Mapped[str | None]
    size: Mapped[int | None]
    pages: Mapped[int | None]
    at: Mapped[str]
    by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
