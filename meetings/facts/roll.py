from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class MemberArrived(Fact):
    """Somebody began to serve in a seat (seat None: takes part without one).

    `for_id` and `for_name`: the member a substitute serves for.
    """

    kind: ClassVar[str] = "member.arrived"
    seat: int | None
    person_id: int
    name: str
    party: str | None
    mode: str
    for_id: int | None
    for_name: str | None


@dataclass(frozen=True)
class MemberAbsent(Fact):
    """Called at the roll call without an answer."""

    kind: ClassVar[str] = "member.absent"
    seat: int
    person_id: int
    name: str
    party: str | None


@dataclass(frozen=True)
class MemberLeft(Fact):
    """`why`: left, recused, replaced, absent_line."""

    kind: ClassVar[str] = "member.left"
    seat: int | None
    person_id: int
    name: str
    party: str | None
    why: str


@dataclass(frozen=True)
class MemberMoved(Fact):
    kind: ClassVar[str] = "member.moved"
    seat: int
    person_id: int
    name: str
    mode: str


@dataclass(frozen=True)
class MemberIdentified(Fact):
    """`method`: picture, known, document: how the chair or the clerk knew who it was."""

    kind: ClassVar[str] = "member.identified"
    seat: int
    person_id: int
    name: str
    method: str


@dataclass(frozen=True)
class MemberRecused(Fact):
    """Steps aside for one item (KL 5:47).  The reason is never told."""

    kind: ClassVar[str] = "member.recused"
    seat: int
    person_id: int
    name: str
    party: str | None
    item_id: int


@dataclass(frozen=True)
class RecusalEnded(Fact):
    kind: ClassVar[str] = "member.recusal_ended"
    seat: int
    person_id: int
    name: str
    party: str | None
    item_id: int


@dataclass(frozen=True)
class LineLost(Fact):
    kind: ClassVar[str] = "member.line_lost"
    seat: int
    person_id: int
    name: str
    party: str | None


@dataclass(frozen=True)
class LineBack(Fact):
    kind: ClassVar[str] = "member.line_back"
    seat: int
    person_id: int
    name: str
    party: str | None
    away_seconds: int
