from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class ItemOpened(Fact):
    kind: ClassVar[str] = "item.opened"
    handling_id: int
    item_id: int
    number: int | None
    title: str
    item_kind: str
    proposer: str | None
    case_number: str | None
    paragraph: int
    present: int
    closed_doors: bool


@dataclass(frozen=True)
class StepTaken(Fact):
    kind: ClassVar[str] = "item.step_taken"
    item_id: int
    step: str
    before: str


@dataclass(frozen=True)
class DocumentShown(Fact):
    """The chair put a document, at a page, on every screen that follows."""

    kind: ClassVar[str] = "document.shown"
    item_id: int
    document_id: int | None
    title: str | None
    page: int


@dataclass(frozen=True)
class ItemClosed(Fact):
    """Every request still waiting in the item ends with it."""

    kind: ClassVar[str] = "item.closed"
    item_id: int
    number: int | None
    title: str
    paragraph: int


@dataclass(frozen=True)
class ItemAssented(Fact):
    """All present were asked whether the item may be decided though it lacks something.

    `lacks`: "announcement", "preparation" or both.  `agreed`: all said yes; else it waits.
    `present_ids`: those who were asked.
    """

    kind: ClassVar[str] = "item.assented"
    assent_id: int
    item_id: int
    number: int | None
    title: str
    lacks: tuple[str, ...]
    agreed: bool
    present: int
    present_ids: tuple[int, ...]


@dataclass(frozen=True)
class LeaveGiven(Fact):
    """Whether an interpellation or a question may be put.  `given` False: it may not."""

    kind: ClassVar[str] = "item.leave"
    item_id: int
    number: int | None
    title: str
    item_kind: str
    given: bool
