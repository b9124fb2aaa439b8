from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class HelpAsked(Fact):
    kind: ClassVar[str] = "help.asked"
    call_id: int
    person_id: int
    name: str
    reason: str


@dataclass(frozen=True)
class HelpAnswered(Fact):
    kind: ClassVar[str] = "help.answered"
    call_id: int
    person_id: int
    name: str


@dataclass(frozen=True)
class HelpEnded(Fact):
    kind: ClassVar[str] = "help.ended"
    call_id: int
    person_id: int
    name: str


@dataclass(frozen=True)
class DocumentOffered(Fact):
    kind: ClassVar[str] = "document.offered"
    offer_id: int
    person_id: int
    name: str
    document_id: int
    title: str


@dataclass(frozen=True)
class DocumentAnswered(Fact):
    kind: ClassVar[str] = "document.answered"
    offer_id: int
    person_id: int
    name: str
    answer: str
