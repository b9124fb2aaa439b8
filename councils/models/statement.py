from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class AccessibilityStatement(Base):
    """The council's tillgänglighetsredogörelse, part by part.  Shown once `published_at` is set.

    `conformance`: full, partial, none.  `shortcomings`: {what, why} each.  Dates are ISO text.
    """

    __tablename__ = "accessibility_statements"
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"), primary_key=True)
    body: Mapped[str]
    service: Mapped[str]
    conformance: Mapped[str]
    shortcomings: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    undue_burden: Mapped[str]
    exempt: Mapped[str]
    assessed_on: Mapped[str | None]
    method: Mapped[str]
    report_to: Mapped[str]
    supervisor: Mapped[str]
    updated_on: Mapped[str | None]
    published_at: Mapped[str | None]
