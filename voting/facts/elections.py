"""An election of persons."""

from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class ElectionRequested(Fact):
    """`asked` of `present` want a proportional election to `places` (LPV 2); `needed` are enough.

    `reason`: ENOUGH, TOO_FEW, NOT_LISTED or MEMBERS_NOT_PROPORTIONAL.  Noted again it replaces what
    was noted before.
    """

    kind: ClassVar[str] = "election.requested"
    request_id: int
    item_id: int
    election: str
    places: int
    asked: int
    present: int
    needed: int
    reason: str
    members_proportional: bool | None = None


@dataclass(frozen=True)
class Nominated:
    """One answer that can be chosen.  `person_id`: whom of the register it is."""

    nomination_id: int
    place: int
    text: str
    names: tuple[str, ...]
    designation: str | None
    person_id: int | None = None


@dataclass(frozen=True)
class ElectionNominated(Fact):
    """`nominator`: whoever put them forward, a member or a body ("valberedningen")."""

    kind: ClassVar[str] = "election.nominated"
    election_id: int
    item_id: int
    title: str
    nominated: tuple[Nominated, ...]
    nominator: str


@dataclass(frozen=True)
class NominationWithdrawn(Fact):
    kind: ClassVar[str] = "election.nomination_withdrawn"
    election_id: int
    item_id: int
    nomination_id: int
    text: str


@dataclass(frozen=True)
class ElectionAbandoned(Fact):
    """Before it was counted; nothing of it counts."""

    kind: ClassVar[str] = "election.abandoned"
    election_id: int
    item_id: int
    title: str
    reason: str


@dataclass(frozen=True)
class Votes:
    """For one answer: a person, or a list."""

    text: str
    votes: int


@dataclass(frozen=True)
class ElectionCounted(Fact):
    """A digital election whose archive `verifier` has accepted; `file` may be checked by anybody.

    `silence`: why it was counted though somebody's device had not been heard.
    """

    kind: ClassVar[str] = "election.counted"
    election_id: int
    item_id: int
    title: str
    votes: tuple[Votes, ...]
    blank: int
    cast: int
    registered: int
    archive: str
    file: str
    height: int
    head: str
    verifier: str
    tellers: int
    silence: str | None = None
