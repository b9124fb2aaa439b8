from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class QuestionPlace(Base):
    """A proposal's place in the order of questions that the council approved (ORDER-3).

    Formal proposals first, then the material ones with the main proposal first, additions last.
    """

    __tablename__ = "question_places"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_items.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposals.id"))
