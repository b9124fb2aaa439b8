"""What happened at the door.  Codes and links themselves are never told, only that one was sent."""

from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class LinkSent(Fact):
    kind: ClassVar[str] = "access.link_sent"
    person_id: int
    name: str
    channel: str  # email, phone, card


@dataclass(frozen=True)
class CodeSent(Fact):
    kind: ClassVar[str] = "access.code_sent"
    person_id: int
    name: str
    channel: str  # email, phone, read_out


@dataclass(frozen=True)
class SignedInByCode(Fact):
    kind: ClassVar[str] = "access.code_used"
    person_id: int
    name: str
