from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class RemoteRequested(Fact):
    """`late`: after the last day.  `on_behalf`: handed in by the office.  Never the reason."""

    kind: ClassVar[str] = "remote.requested"
    person_id: int
    name: str
    late: bool
    on_behalf: bool


@dataclass(frozen=True)
class RemoteWithdrawn(Fact):
    kind: ClassVar[str] = "remote.withdrawn"
    person_id: int
    name: str


@dataclass(frozen=True)
class RemoteAnswered(Fact):
    """`answer`: granted or refused.  `at_roll_call`: by the chair in the moment, unasked.

    Why is not told.
    """

    kind: ClassVar[str] = "remote.answered"
    person_id: int
    name: str
    answer: str
    at_roll_call: bool


@dataclass(frozen=True)
class MemberAttested(Fact):
    """Alone in a private room, said before a deliberation behind closed doors (OPEN-3)."""

    kind: ClassVar[str] = "member.attested"
    item_id: int
    seat: int
    person_id: int
    name: str
    party: str | None
