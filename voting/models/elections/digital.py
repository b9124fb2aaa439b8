from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class DigitalElection(Base):
    """What a digital election is made of, all of it public; a new round replaces it (PROTOCOL 9).

    `ceremony_id`: the tellers' key.  `registered` and `present` are set when the electoral roll is
    frozen; `closes_at` when the chair has begun to close; `counting_at` when she has let the
    tellers count, over `silence` where somebody has not found the own ballot.  `tally` is what
    they decrypt.
    """

    __tablename__ = "digital_elections"
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    ceremony_id: Mapped[int] = mapped_column(ForeignKey("key_ceremonies.id"))
    election_text: Mapped[str]
    trustees_text: Mapped[str]
    fingerprint: Mapped[str]
    register_text: Mapped[str | None]
    registered: Mapped[int | None]
    present: Mapped[int | None]
    closes_at: Mapped[str | None]
    tally: Mapped[str | None]
    counting_at: Mapped[str | None]
    silence: Mapped[str | None]


class Participation(Base):
    """That a member has registered, and what her device has said.  No time, and nothing of how.

    `has_receipt`: it confirms that the ballot is in the box.  `objects`: it has not found itself in
    the electoral roll.  `found`: whether the own ballot is on the board.
    """

    __tablename__ = "participations"
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    has_receipt: Mapped[bool]
    objects: Mapped[bool]
    found: Mapped[bool | None]


class UrnBallot(Base):
    """A ballot in the box, by its hash: no person, no time and no order of arrival.

    Gone when the box is closed and the board is sealed.
    """

    __tablename__ = "urn_ballots"
    __table_args__ = (
        UniqueConstraint("election_id", "credential"),
        {"sqlite_with_rowid": False},
    )
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), primary_key=True)
    hash: Mapped[str] = mapped_column(primary_key=True)
    credential: Mapped[str]
    ballot: Mapped[str]


class Board(Base):
    """The archive of an election as far as it has come: a .bel file.  Never deleted by us."""

    __tablename__ = "boards"
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), primary_key=True)
    archive: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sha256: Mapped[str]
    height: Mapped[int]
    head: Mapped[str]


class PartialDecryption(Base):
    """A teller's share of opening the box, checked; by her seat in the ceremony."""

    __tablename__ = "partial_decryptions"
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"), primary_key=True)
    seat: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str]
