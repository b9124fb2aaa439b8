"""What happened to the agenda, its documents and the proposals on it."""

from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class AgendaRow:
    """One item as it was written.  All from `carried_from` on may be missing in an older log."""

    item_id: int
    title: str
    item_kind: str
    proposer: str | None
    proposer_id: int | None
    draft: str | None
    case_number: str | None
    prepared_by: str | None
    minutes_planned: int | None
    closed_doors: bool
    carried_from: int | None = None
    on_the_web: str | None = None
    special: str | None = None
    first_meeting: str | None = None
    electors: int | None = None
    signatures: int | None = None
    submitted_on: str | None = None


@dataclass(frozen=True)
class ItemAdded(Fact):
    """Also an item that had been removed and is back.

    `order`: the ids of all items as they now stand; `numbers`: what is printed before each.
    """

    kind: ClassVar[str] = "agenda.item_added"
    item_id: int
    number: int | None
    title: str
    item_kind: str
    proposer: str | None
    row: AgendaRow
    order: tuple[int, ...]
    numbers: tuple[int | None, ...]


@dataclass(frozen=True)
class ItemsAdded(Fact):
    """A whole list at once, from a spreadsheet or a package."""

    kind: ClassVar[str] = "agenda.items_added"
    rows: tuple[AgendaRow, ...]
    order: tuple[int, ...]
    numbers: tuple[int | None, ...]


@dataclass(frozen=True)
class ItemChanged(Fact):
    kind: ClassVar[str] = "agenda.item_changed"
    item_id: int
    number: int | None
    title: str
    item_kind: str
    proposer: str | None
    row: AgendaRow
    order: tuple[int, ...]
    numbers: tuple[int | None, ...]


@dataclass(frozen=True)
class AgendaOrdered(Fact):
    kind: ClassVar[str] = "agenda.ordered"
    order: tuple[int, ...]
    numbers: tuple[int | None, ...]


@dataclass(frozen=True)
class ItemRemoved(Fact):
    kind: ClassVar[str] = "agenda.item_removed"
    item_id: int
    title: str
    order: tuple[int, ...]
    numbers: tuple[int | None, ...]


@dataclass(frozen=True)
class AccountablePerson:
    person_id: int
    name: str


@dataclass(frozen=True)
class AccountableListed(Fact):
    """Who stands aside in the item (JAV-3).  `matter`: discharge, auditor_election, or neither."""

    kind: ClassVar[str] = "agenda.accountable_listed"
    item_id: int
    title: str
    matter: str | None
    people: tuple[AccountablePerson, ...]


@dataclass(frozen=True)
class DocumentAttached(Fact):
    """Also one that had been removed and is back.

    `order`: the documents of the item as they now stand (an older log has none: it is the last).
    """

    kind: ClassVar[str] = "document.attached"
    document_id: int
    item_id: int
    title: str
    sha256: str
    pages: int
    order: tuple[int, ...] = ()


@dataclass(frozen=True)
class DocumentRenamed(Fact):
    """The same file under another name."""

    kind: ClassVar[str] = "document.renamed"
    document_id: int
    item_id: int
    title: str
    before: str


@dataclass(frozen=True)
class DocumentWithheld(Fact):
    """It holds personal data, and the public does not read it."""

    kind: ClassVar[str] = "document.withheld"
    document_id: int
    item_id: int
    title: str


@dataclass(frozen=True)
class DocumentMasked(Fact):
    """The public reads a masked copy; the original stays as it is.  `sha256`: of the copy."""

    kind: ClassVar[str] = "document.masked"
    document_id: int
    item_id: int
    title: str
    sha256: str
    pages: int


@dataclass(frozen=True)
class DocumentUncovered(Fact):
    """The public reads it as it is again."""

    kind: ClassVar[str] = "document.uncovered"
    document_id: int
    item_id: int
    title: str


@dataclass(frozen=True)
class DocumentsOrdered(Fact):
    """`order`: the documents of the item as they now stand."""

    kind: ClassVar[str] = "document.ordered"
    item_id: int
    order: tuple[int, ...]


@dataclass(frozen=True)
class DocumentRemoved(Fact):
    kind: ClassVar[str] = "document.removed"
    document_id: int
    item_id: int
    title: str


@dataclass(frozen=True)
class ProposalMade(Fact):
    kind: ClassVar[str] = "proposal.made"
    proposal_id: int
    item_id: int
    proposal_kind: str
    text: str
    person_id: int | None
    proposer: str


@dataclass(frozen=True)
class ProposalWithdrawn(Fact):
    kind: ClassVar[str] = "proposal.withdrawn"
    proposal_id: int
    item_id: int
    proposer: str
    text: str
