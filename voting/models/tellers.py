"""Who counts, and the key that tellers make together.  Nothing here is secret to anybody.

What is private in a message is encrypted to a teller, whose seed never leaves her device.
"""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Teller(Base):
    """A member whom the council has chosen to count.  `seat`: 1, 2 … in the order they were named.

    Chosen anew, all rows of the meeting are replaced.
    """

    __tablename__ = "tellers"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    seat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))


class KeyCeremony(Base):
    """One making of a key.  The latest that is ready and not stopped is used for what comes after.

    `group_name`: of `voting.ballot.group`.  `tellers`: their part of the trustees, when all rounds
    are over; `ready_at`: when all have also said that the words agree.  `stopped_why` is a
    `voting.rules.tellers.Stopped`; `stopped_by` None: the program found something wrong.
    """

    __tablename__ = "key_ceremonies"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    group_name: Mapped[str]
    threshold: Mapped[int]
    started_at: Mapped[str]
    started_by: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    tellers: Mapped[str | None] = mapped_column(Text)
    ready_at: Mapped[str | None]
    stopped_at: Mapped[str | None]
    stopped_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    stopped_why: Mapped[str | None]

    @property
    def is_usable(self) -> bool:
        return self.ready_at is not None and self.stopped_at is None


class TrusteeSeat(Base):
    """A teller's place in a ceremony.  `silent_since`: her page does not answer any more.

    `deleted_at`: her device has forgotten the key.
    """

    __tablename__ = "trustee_seats"
    ceremony_id: Mapped[int] = mapped_column(ForeignKey("key_ceremonies.id"), primary_key=True)
    seat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    agreed_at: Mapped[str | None]
    silent_since: Mapped[str | None]
    deleted_at: Mapped[str | None]


class TellerMessage(Base):
    """What a seat sent in a round (`voting.ballot.rounds.Round`); gone when the key is."""

    __tablename__ = "teller_messages"
    ceremony_id: Mapped[int] = mapped_column(ForeignKey("key_ceremonies.id"), primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
