"""What a package holds once it has been read: typed values, English words.

People are named by name and party.  A row's `line` is where it stands in its file (1 = header); it
says nothing about the meeting and is left out when rows are compared.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from web.packages.kinds import (
    Basis,
    Casting,
    Choice,
    ItemKind,
    Majority,
    Mode,
    QuestionKind,
    Role,
    SpeechKind,
    Task,
)


class Person(NamedTuple):
    """How people are named in every table.  The party is empty outside the parties."""

    name: str
    party: str


class Pause(NamedTuple):
    """An adjournment."""

    start: datetime
    end: datetime


class Totals(NamedTuple):
    """The figures of one vote."""

    yes: int
    no: int
    abstain: int
    absent: int

    @property
    def present(self) -> int:
        return self.yes + self.no + self.abstain


@dataclass(frozen=True)
class MeetingFacts:
    """Times are local and know their time zone."""

    council: str
    date: date
    seats: int
    opened: datetime | None = None
    closed: datetime | None = None
    adjourned: tuple[Pause, ...] = ()
    place: str = ""
    timezone: str = "Europe/Stockholm"
    first_paragraph: int | None = None


@dataclass(frozen=True)
class MemberRow:
    name: str
    party: str
    seat: int | None
    role: Role
    order: int | None = None
    constituency: str = ""
    list: str = ""
    also: tuple[Task, ...] = ()
    email: str = ""
    id: str = ""
    line: int = field(default=0, compare=False)

    @property
    def person(self) -> Person:
        return Person(self.name, self.party)


@dataclass(frozen=True)
class AgendaRow:
    """`number` is None for business without one, such as a point of order."""

    number: int | None
    title: str
    kind: ItemKind
    proposer: str = ""
    paragraph: int | None = None
    case: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class QuestionRow:
    """One question put to a recorded vote, with the totals as announced."""

    item: int
    question: int
    kind: QuestionKind
    yes_means: str
    no_means: str
    declared: Totals
    order: int | None = None
    majority: Majority = Majority.SIMPLE
    time: datetime | None = None
    casting_vote: Casting | None = None
    printed_list: int | None = None
    line: int = field(default=0, compare=False)

    @property
    def key(self) -> tuple[int, int]:
        return self.item, self.question


@dataclass(frozen=True)
class VoteRow:
    """One seat's choice in one question; `voter` sat there, or None where no name was given."""

    item: int
    question: int
    seat: int
    choice: Choice
    voter: Person | None = None
    line: int = field(default=0, compare=False)

    @property
    def key(self) -> tuple[int, int]:
        return self.item, self.question


@dataclass(frozen=True)
class AttendanceRow:
    """One person in one seat for a time.  None: from the opening, to the close."""

    seat: int | None
    person: Person
    arrived: datetime | None = None
    left: datetime | None = None
    mode: Mode | None = None
    stands_in_for: Person | None = None
    basis: Basis | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class SpeechRow:
    item: int
    order: int
    speaker: Person
    kind: SpeechKind
    seconds: int | None = None
    start: datetime | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Package:
    """One meeting."""

    meeting: MeetingFacts
    members: tuple[MemberRow, ...]
    agenda: tuple[AgendaRow, ...]
    questions: tuple[QuestionRow, ...] = ()
    votes: tuple[VoteRow, ...] = ()
    attendance: tuple[AttendanceRow, ...] = ()
    speeches: tuple[SpeechRow, ...] = ()


@dataclass(frozen=True)
class Roster:
    """The council that a clerk sets up; `meeting` is None when the seats were given by hand."""

    meeting: MeetingFacts | None
    seats: int
    members: tuple[MemberRow, ...]
