from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class FloorRequested(Fact):
    """`on_behalf`: added by chair or clerk.  `reply_to`: the speech a reply answers."""

    kind: ClassVar[str] = "floor.requested"
    request_id: int
    item_id: int
    person_id: int
    name: str
    party: str | None
    request_kind: str
    reply_to: int | None
    on_behalf: bool


@dataclass(frozen=True)
class FloorWithdrawn(Fact):
    kind: ClassVar[str] = "floor.withdrawn"
    request_id: int
    person_id: int
    name: str


@dataclass(frozen=True)
class FloorMoved(Fact):
    """The chair changed the order: `order` is every request still waiting, as they now stand."""

    kind: ClassVar[str] = "floor.moved"
    request_id: int
    name: str
    order: tuple[int, ...]


@dataclass(frozen=True)
class FloorKindChanged(Fact):
    """The chair turned one kind of request into another; the time of asking still counts."""

    kind: ClassVar[str] = "floor.kind_changed"
    request_id: int
    person_id: int
    name: str
    request_kind: str
    reply_to: int | None


@dataclass(frozen=True)
class FloorGiven(Fact):
    """Whoever had the floor before has ended: that `FloorEnded` stands just before.

    `seconds`: the limit, None where there is none.
    """

    kind: ClassVar[str] = "floor.given"
    speech_id: int
    request_id: int | None
    item_id: int
    person_id: int
    name: str
    party: str | None
    speech_kind: str
    reply_to: int | None
    mode: str
    seconds: int | None


@dataclass(frozen=True)
class FloorEnded(Fact):
    kind: ClassVar[str] = "floor.ended"
    speech_id: int
    person_id: int
    name: str
    seconds: int


@dataclass(frozen=True)
class ListClosed(Fact):
    """Streck i debatten: nobody more may be put on the list."""

    kind: ClassVar[str] = "floor.list_closed"
    item_id: int


@dataclass(frozen=True)
class ListReopened(Fact):
    kind: ClassVar[str] = "floor.list_reopened"
    item_id: int
