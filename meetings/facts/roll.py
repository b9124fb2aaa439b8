from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class MemberArrived(Fact):
    """Somebody began to serve in a seat (seat None: takes part without one).

    `for_id` and `for_name`: the member a substitute serves for.  If another sat there, that one's
    `MemberLeft` stands just before.  `reason`: why the office put the record right, where it did
    (an older log has no such word).
    """

    kind: ClassVar[str] = "member.arrived"
    seat: int | None
    person_id: int
    name: str
    party: str | None
    mode: str
    for_id: int | None
    for_name: str | None
    reason: str | None = None


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
    """`why`: left; replaced (the member came back to the seat); absent_line (a lasting loss of the
    line, told by the chair); corrected (the record was wrong: no stop in the sense of KL 5:20).
    `reason`: why the office put the record right, where it did.

    All that the person had waiting on the speakers' list ends with it.
    """

    kind: ClassVar[str] = "member.left"
    seat: int | None
    person_id: int
    name: str
    party: str | None
    why: str
    reason: str | None = None


@dataclass(frozen=True)
class MemberMoved(Fact):
    """From the hall to a distance or back, still serving.  At a distance: not identified yet.

    `reason`: why the office put the record right, where it did.
    """

    kind: ClassVar[str] = "member.moved"
    seat: int | None
    person_id: int
    name: str
    mode: str
    reason: str | None = None


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
    """Steps aside for one item (KL 5:47).  The reason is never told, but where somebody is
    accountable: `audit` is then discharge or auditor_election (KL 5:48–49).

    From here on the person does not serve, without a `MemberLeft`, and has nothing on the list.
    """

    kind: ClassVar[str] = "member.recused"
    seat: int
    person_id: int
    name: str
    party: str | None
    item_id: int
    audit: str | None = None


@dataclass(frozen=True)
class RecusalEnded(Fact):
    """Serves again, from the same place as before.  Comes just before the item's closing, after the
    `MemberLeft` of the substitute who sat there meanwhile.
    """

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
    """The identity has to be confirmed again (REM-3)."""

    kind: ClassVar[str] = "member.line_back"
    seat: int
    person_id: int
    name: str
    party: str | None
    away_seconds: int
