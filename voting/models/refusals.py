from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Refusal(Base):
    """The chair does not put the proposal (KL 5:57).

    `ground` is an `agenda.rules.proposals.PutRefusal`; `words` are what she read aloud.
    """

    __tablename__ = "refusals"
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposals.id"), primary_key=True)
    ground: Mapped[str]
    words: Mapped[str]
    at: Mapped[str]
