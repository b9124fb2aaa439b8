"""How somebody gets in.  Only digests of what signs a person in are kept."""

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base


class Channel(StrEnum):
    """How something that signs a person in reaches that person."""

    EMAIL = "email"
    PHONE = "phone"


class SignIn(Base):
    """One signed-in device.  `method`: link, code, password.  Revoked means out at once.

    `password_only`: staff who have not yet connected an authenticator, and may do only that.
    """

    __tablename__ = "sign_ins"
    digest: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    method: Mapped[str]
    device: Mapped[str | None]
    at: Mapped[str]
    expires: Mapped[str]
    revoked_at: Mapped[str | None]


class Link(Base):
    """A personal link to one meeting: the signed address holds this number and nothing else.

    `opened_at`: when it first signed somebody in; a mail scanner that looks at it opens nothing.
    """

    __tablename__ = "links"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    made_at: Mapped[str]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    opened_at: Mapped[str | None]
    revoked_at: Mapped[str | None]


class Code(Base):
    """Six digits, one use, ten minutes, five tries.  `sent_to`: phone, email, read_out.

    A newer code for the same person and meeting ends the older ones (`expires`).
    """

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
    """An outbox of mail and text messages.  `kind` names the words: link, code, invitation.

    `contents` is what the words need to know (a code in clear, so it is wiped when the letter has
    been sent, or when it `expires`).  A link's address is never kept: it is signed when sent.
    """

    __tablename__ = "letters"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    channel: Mapped[str]  # phone, email
    address: Mapped[str]
    kind: Mapped[str]
    contents: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    written_at: Mapped[str]
    expires: Mapped[str | None]
    tries: Mapped[int] = mapped_column(default=0)
    try_again_at: Mapped[str | None]
    failed: Mapped[str | None]  # why the last try failed
    sent_at: Mapped[str | None]


class DeviceCheck(Base):
    """How somebody's own device did before the meeting.  `faults`: camera, microphone, sound, …"""

    __tablename__ = "device_checks"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    at: Mapped[str]
    faults: Mapped[list[str]] = mapped_column(JSON)
    vote_ms: Mapped[int | None]  # how long the trial vote took, milliseconds
