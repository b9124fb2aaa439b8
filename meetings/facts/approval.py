"""What becomes of the minutes: who approves them, each answer, the seal and the publication."""

from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class Approver:
    """`office`: "chair" or "verifier"."""

    person_id: int
    name: str
    party: str | None
    office: str


@dataclass(frozen=True)
class VerifiersChosen(Fact):
    """The council chose them, and was told when and where."""

    kind: ClassVar[str] = "verifiers.chosen"
    verifiers: tuple[Approver, ...]
    date: str
    starts: str | None
    place: str | None


@dataclass(frozen=True)
class MinutesReady(Fact):
    """`digest`: SHA-256 of the exact text.  `paragraph`: of one item approved at once, or None."""

    kind: ClassVar[str] = "minutes.ready"
    version_id: int
    item_id: int | None
    paragraph: int | None
    digest: str
    approvers: tuple[Approver, ...]


@dataclass(frozen=True)
class MinutesAccepted(Fact):
    """One of them has approved the text with this digest.

    `on`: the calendar day.  `on_paper`: signed there, and written in by the office.  `approved_on`:
    the day, when this was the last answer; the minutes are then approved.
    """

    kind: ClassVar[str] = "minutes.accepted"
    version_id: int
    item_id: int | None
    paragraph: int | None
    digest: str
    approver: Approver
    on: str
    on_paper: bool
    approved_on: str | None


@dataclass(frozen=True)
class MinutesReturned(Fact):
    """The text goes back to the office and every answer to it falls.

    `why`: "objection" (by whom; the reason stands beside the log), "changed" or "withdrawn".
    """

    kind: ClassVar[str] = "minutes.returned"
    version_id: int
    item_id: int | None
    paragraph: int | None
    digest: str
    why: str
    name: str


@dataclass(frozen=True)
class MinutesKept(Fact):
    """The approved minutes are stored as a file for good.  `certificate`: who sealed it."""

    kind: ClassVar[str] = "minutes.kept"
    version_id: int
    paragraph: int | None
    file: str
    certificate: str | None


@dataclass(frozen=True)
class MinutesMasked(Fact):
    """A piece of text was hidden from the public, or looked at and left.  The text is not here."""

    kind: ClassVar[str] = "minutes.masked"
    mask_id: int
    mask_kind: str
    is_hidden: bool
    reason: str | None


@dataclass(frozen=True)
class DocumentsHandedOut(Fact):
    """The office fetched the meeting's documents for the municipality's register (OSL 5:1).

    `behind_doors`: how many of them belong to items behind closed doors.  `digest`: SHA-256 of the
    list, in which every file stands with its own.
    """

    kind: ClassVar[str] = "documents.handed_out"
    documents: int
    behind_doors: int
    digest: str


@dataclass(frozen=True)
class MinutesPublished(Fact):
    """Reviewed, and open to everybody.  `hidden`: how many pieces of text are hidden in it."""

    kind: ClassVar[str] = "minutes.published"
    version_id: int
    paragraph: int | None
    hidden: int
