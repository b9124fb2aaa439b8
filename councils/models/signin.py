"""How somebody gets in.  Only digests of what signs a person in are kept."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class SignIn(Base):
    """One signed-in device.  `method`: link, code, password.  Revoked means out at once."""

    __tablename__ = "sign_ins"
    digest: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    method: Mapped[str]
    device: Mapped[str | None]
    at: Mapped[str]
    expires: Mapped[str]
    revoked_at: Mapped[str | None]


class Link(Base):
    """A personal link to one meeting: the signed address holds this number and nothing else."""

    __tablename__ = "links"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    made_at: Mapped[str]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    opened_at: Mapped[str | None]
    revoked_at: Mapped[str | None]


class Code(Base):
    """Six digits, one use, ten minutes, five tries.  `sent_to`: phone, email or read out."""

    __tablename__ = "codes"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    digest: Mapped[str]
    sent_to: Mapped[str]
    made_at: Mapped[str]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    expires: Mapped[str]
    tries: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[str | None]


class Password(Base):
    """For staff: Argon2id, and a second step by authenticator once `totp_since` is set."""

    __tablename__ = "passwords"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    hash: Mapped[str]
    totp_secret: Mapped[str | None]  # encrypted with the application's key
    totp_since: Mapped[str | None]
    totp_step: Mapped[int | None]  # the last step used: a code is good once
    failures: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[str | None]


class Letter(Base):
    """An outbox of mail and text messages.  The body is wiped when it has been sent."""

    __tablename__ = "letters"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    channel: Mapped[str]
    address: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str | None]
    written_at: Mapped[str]
    sent_at: Mapped[str | None]
    failed: Mapped[str | None]
