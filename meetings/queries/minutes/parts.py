"""What the minutes are made of."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Part(StrEnum):
    """Where in a section a fact is told, in the order the reader wants them."""

    DECISION = "decision"
    PROPOSALS = "proposals"
    COURSE = "course"
    SPEAKERS = "speakers"
    STATEMENTS = "statements"
    ATTENDANCE = "attendance"


@dataclass(frozen=True)
class Line:
    """One fact, as `templates/minutes/<kind>.html` will word it."""

    kind: str
    at: str
    fact: dict[str, Any]


@dataclass
class Section:
    """One item of business under its §; `item` is the `item.opened` fact."""

    item: dict[str, Any]
    opened_at: str
    closed_at: str | None = None
    lines: dict[Part, list[Line]] = field(default_factory=dict)
    text: str = ""
    version: int = 0

    def add(self, part: Part, line: Line) -> None:
        self.lines.setdefault(part, []).append(line)

    def of(self, part: Part) -> list[Line]:
        return self.lines.get(part, [])

    @property
    def place(self) -> str:
        return f"item:{self.item['item_id']}"


@dataclass
class Service:
    """One person's stretch in one seat: from and to, told as §§ where items were handled."""

    person_id: int
    seat: int | None
    name: str
    party: str | None
    mode: str
    for_name: str | None
    since: str
    until: str | None = None
    paragraphs: list[int] = field(default_factory=list)


@dataclass
class Minutes:
    """The whole record of one meeting; `opened` is the `meeting.opened` fact (None: not opened).

    `verifiers`: who is to approve them, when and where.  `corrections`: of the attendance, each
    with its reason.  `height` and `head`: the last entry of the log that they are made of.
    """

    meeting_id: int
    opened: dict[str, Any] | None = None
    opened_at: str | None = None
    closed_at: str | None = None
    roll: dict[str, Any] | None = None
    verifiers: Line | None = None
    services: list[Service] = field(default_factory=list)
    absent: list[dict[str, Any]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    between: list[Line] = field(default_factory=list)
    agreed: dict[int, Line] = field(default_factory=dict)  # by item, before it was opened
    corrections: list[Line] = field(default_factory=list)
    texts: dict[str, tuple[str, int]] = field(default_factory=dict)
    height: int = 0
    head: str = ""

    @property
    def is_draft_complete(self) -> bool:
        return self.closed_at is not None
