from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class RollSeat:
    """One seat as the meeting opened: the names that everything later in the log refers to."""

    seat: int
    person_id: int | None
    name: str | None
    party: str | None


@dataclass(frozen=True)
class MeetingConvened(Fact):
    """An extra meeting has its `ground`; `asked`: how many of the members asked for it."""

    kind: ClassVar[str] = "meeting.convened"
    date: str
    starts: str
    place: str | None
    items: int
    ground: str | None = None
    asked: int | None = None


@dataclass(frozen=True)
class MeetingChanged(Fact):
    """Time, place or terms were changed after the summons had gone out."""

    kind: ClassVar[str] = "meeting.changed"
    title: str
    date: str
    starts: str
    place: str | None
    remote: bool
    first_paragraph: int
    ground: str | None = None
    asked: int | None = None


@dataclass(frozen=True)
class MeetingOpened(Fact):
    """`roll` is the council as it stood; `needed` is the quorum."""

    kind: ClassVar[str] = "meeting.opened"
    council: str
    title: str
    date: str
    place: str | None
    rehearsal: bool
    presiding_id: int
    presiding: str
    clerk: str | None
    needed: int
    roll: tuple[RollSeat, ...]


@dataclass(frozen=True)
class RollCalled(Fact):
    kind: ClassVar[str] = "roll.called"
    present: int
    hall: int
    remote: int
    seats: int
    needed: int


@dataclass(frozen=True)
class ChairTaken(Fact):
    kind: ClassVar[str] = "chair.taken"
    person_id: int
    name: str
    party: str | None


@dataclass(frozen=True)
class MeetingAdjourned(Fact):
    kind: ClassVar[str] = "meeting.adjourned"
    until: str | None
    reason: str | None


@dataclass(frozen=True)
class MeetingResumed(Fact):
    kind: ClassVar[str] = "meeting.resumed"
    present: int


@dataclass(frozen=True)
class MeetingClosed(Fact):
    """All who served have ended.  `paragraphs`: how many the minutes have."""

    kind: ClassVar[str] = "meeting.closed"
    paragraphs: int
