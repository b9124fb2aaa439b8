"""An election on ballots is opened, closed and counted; a lot is drawn in it.

Nobody who voted is named: of the voting itself only how many is told (SB-2, SB-10).
"""

from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class ElectionOpened(Fact):
    """`answers`: what can be chosen, in words.  From `registered` on: of a digital election."""

    kind: ClassVar[str] = "election.opened"
    election_id: int
    item_id: int
    title: str
    part: str
    places: int
    method: str
    election: str
    is_proportional: bool
    answers: tuple[str, ...]
    present: int
    registered: int | None = None
    fingerprint: str | None = None
    register: str | None = None
    head: str | None = None
    booth: str | None = None


@dataclass(frozen=True)
class ElectionClosed(Fact):
    """`count`: how many were ticked off, or lie in the digital urn; None where slips are mixed."""

    kind: ClassVar[str] = "election.closed"
    election_id: int
    item_id: int
    title: str
    count: int | None
    head: str | None = None
    height: int | None = None


@dataclass(frozen=True)
class InvalidSlips:
    """`ground`: of `voting.rules.paper.rulings`."""

    ground: str
    count: int


@dataclass(frozen=True)
class PersonCounted:
    name: str
    votes: int


@dataclass(frozen=True)
class GroupCounted:
    number: int
    designation: str
    votes: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class RoundCounted:
    """`place` None: the person already had one.  `quotient`: a fraction in lowest terms, 17/2."""

    round: int
    place: int | None
    person: str
    group: int
    quotient: str
    by_lot: bool


@dataclass(frozen=True)
class ServiceCounted:
    """`designation` None: for members of any other."""

    designation: str | None
    order: tuple[str, ...]


@dataclass(frozen=True)
class ElectionPaperCounted(Fact):
    """Complete: what lay in the urn, and how the places were given out."""

    kind: ClassVar[str] = "election.paper_counted"
    election_id: int
    item_id: int
    title: str
    part: str
    places: int
    is_proportional: bool
    present: int
    voted: int
    cast: int
    valid: int
    blank: int
    invalid: tuple[InvalidSlips, ...]
    votes: tuple[PersonCounted, ...]
    groups: tuple[GroupCounted, ...]
    rounds: tuple[RoundCounted, ...]
    elected: tuple[str, ...]
    unfilled: int
    service: tuple[ServiceCounted, ...]
    officer: str
    tellers: tuple[str, ...]


@dataclass(frozen=True)
class ElectionLotDrawn(Fact):
    """`stage`: persons, places or service; `figure`: the votes or the quotient they share."""

    kind: ClassVar[str] = "election.lot_drawn"
    lot_id: int
    election_id: int
    item_id: int
    title: str
    stage: str
    round: int | None
    figure: str
    tied: tuple[str, ...]
    winner: str
    how: str
    drawn_by: str
