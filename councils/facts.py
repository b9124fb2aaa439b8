"""What happened at the door and in the register, in the past tense.

Codes and links themselves are never told, only that one was made; nor are addresses.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from core.log import Fact


@dataclass(frozen=True)
class LinkSent(Fact):
    """`channel`: email or phone."""

    kind: ClassVar[str] = "access.link_sent"
    link_id: int
    person_id: int
    name: str
    channel: str


@dataclass(frozen=True)
class LinksSent(Fact):
    """To everybody at once.  `missed` have neither telephone nor mail in the register."""

    kind: ClassVar[str] = "access.links_sent"
    email: int
    phone: int
    missed: tuple[str, ...]


@dataclass(frozen=True)
class CardsPrinted(Fact):
    kind: ClassVar[str] = "access.cards_printed"
    cards: int


@dataclass(frozen=True)
class CodeSent(Fact):
    """`channel`: email, phone, or read_out by a clerk who had identified the member."""

    kind: ClassVar[str] = "access.code_sent"
    code_id: int
    person_id: int
    name: str
    channel: str


@dataclass(frozen=True)
class SignedInByCode(Fact):
    kind: ClassVar[str] = "access.code_used"
    code_id: int
    person_id: int
    name: str


@dataclass(frozen=True)
class SignInsRevoked(Fact):
    """A clerk signed somebody out of every device."""

    kind: ClassVar[str] = "access.revoked"
    person_id: int
    name: str
    devices: int


@dataclass(frozen=True)
class StaffInvited(Fact):
    """Asked by letter to choose a password.  `afresh`: and to connect the authenticator anew."""

    kind: ClassVar[str] = "access.staff_invited"
    person_id: int
    name: str
    afresh: bool


@dataclass(frozen=True)
class CouncilFounded(Fact):
    kind: ClassVar[str] = "register.council_founded"
    council_id: int
    name: str
    seats: int


@dataclass(frozen=True)
class CouncilChanged(Fact):
    kind: ClassVar[str] = "register.council_changed"
    council_id: int
    name: str
    seats: int
    electors: int | None
    term_from: str | None
    term_to: str | None


@dataclass(frozen=True)
class SizeDecided(Fact):
    """Another number of seats from a coming term on (KL 5:7)."""

    kind: ClassVar[str] = "register.size_decided"
    council_id: int
    seats: int
    decided_on: str
    reference: str
    applies_from: str


@dataclass(frozen=True)
class SizeStruck(Fact):
    """It was entered by mistake, and does not apply."""

    kind: ClassVar[str] = "register.size_struck"
    council_id: int
    seats: int
    applies_from: str


@dataclass(frozen=True)
class PartyChanged(Fact):
    """`how`: added, changed, removed."""

    kind: ClassVar[str] = "register.party_changed"
    council_id: int
    party_id: int
    how: str
    letters: str
    name: str
    colour: str


@dataclass(frozen=True)
class ConstituencyChanged(Fact):
    """`how`: added, removed."""

    kind: ClassVar[str] = "register.constituency_changed"
    council_id: int
    how: str
    name: str


@dataclass(frozen=True)
class PartyVotesEntered(Fact):
    """`votes`: by the letters of each party whose votes are known; all others have none."""

    kind: ClassVar[str] = "register.party_votes_entered"
    council_id: int
    constituency: str
    votes: dict[str, int]


@dataclass(frozen=True)
class PersonChanged(Fact):
    """`how`: added, changed.  `seat` or `calling_order`: her place in the council.

    `list_name`: which of the party's lists, where it has several.
    """

    kind: ClassVar[str] = "register.person_changed"
    council_id: int
    how: str
    person_id: int
    name: str
    party: str | None
    seat: int | None
    calling_order: int | None
    list_name: str | None = None


@dataclass(frozen=True)
class SubstitutesReordered(Fact):
    """The party's substitutes in the order they are called."""

    kind: ClassVar[str] = "register.substitutes_reordered"
    council_id: int
    party: str
    order: tuple[str, ...]


@dataclass(frozen=True)
class RoleGiven(Fact):
    kind: ClassVar[str] = "register.role_given"
    council_id: int
    person_id: int
    name: str
    role: str


@dataclass(frozen=True)
class RoleTaken(Fact):
    kind: ClassVar[str] = "register.role_taken"
    council_id: int
    person_id: int
    name: str
    role: str


@dataclass(frozen=True)
class PeopleImported(Fact):
    kind: ClassVar[str] = "register.people_imported"
    council_id: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    vacated: tuple[str, ...]


@dataclass(frozen=True)
class ProcedureAdopted(Fact):
    """`settings`: what differs from the default (an older log has no such word)."""

    kind: ClassVar[str] = "register.procedure_adopted"
    council_id: int
    valid_from: str
    reference: str | None
    settings: dict[str, Any] | None = None


@dataclass(frozen=True)
class StatementPublished(Fact):
    kind: ClassVar[str] = "register.statement_published"
    council_id: int
    updated_on: str
