from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Role(StrEnum):
    CHAIR = "chair"
    VICE_CHAIR_1 = "vice_chair_1"
    VICE_CHAIR_2 = "vice_chair_2"
    VICE_CHAIR_3 = "vice_chair_3"
    GROUP_LEADER = "group_leader"
    TELLER = "teller"
    COMMISSIONER = "commissioner"
    CLERK = "clerk"
    POLITICAL_SECRETARY = "political_secretary"
    OTHER = "other"


PRESIDIUM = (Role.CHAIR, Role.VICE_CHAIR_1, Role.VICE_CHAIR_2, Role.VICE_CHAIR_3)


class Person(Base):
    """`external_id` is the key that the council's own register uses."""

    __tablename__ = "persons"
    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"), index=True)
    name: Mapped[str]
    party_id: Mapped[int | None] = mapped_column(ForeignKey("parties.id"))
    email: Mapped[str | None]
    phone: Mapped[str | None]
    external_id: Mapped[str | None]


class Mandate(Base):
    """A seat in the council, or (without a seat) a place among the party's substitutes.

    A member's substitutes are those on her party's list in the constituency; `list_name` tells its
    lists apart where it went to the polls with several.  `calling_order`: the place on the list;
    with a seat: which of the party's seats in the constituency hers is, 1 = first (KL 5:21).
    """

    __tablename__ = "mandates"
    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    seat: Mapped[int | None]
    calling_order: Mapped[int | None]
    constituency_id: Mapped[int | None] = mapped_column(ForeignKey("constituencies.id"))
    list_name: Mapped[str | None]
    since: Mapped[str | None]
    until: Mapped[str | None]


class RoleHeld(Base):
    __tablename__ = "roles"
    __table_args__ = (UniqueConstraint("council_id", "person_id", "role"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    role: Mapped[str]
