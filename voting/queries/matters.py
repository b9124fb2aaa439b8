"""What became of each matter, in every meeting it has stood on: nobody's motion is quietly dropped.

A matter is the chain of items that have been carried over from one meeting to the next.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from agenda.models import Item, Proposal
from agenda.rules.deadlines import decide_or_report_by
from agenda.rules.kinds import ItemKind
from agenda.rules.proposals import ProposalKind
from meetings.models import Handling, Meeting
from meetings.rules.steps import needs_decision
from voting.models import Decision, How

WITHIN_A_YEAR = frozenset({ItemKind.PRIVATE_MEMBERS_MOTION, ItemKind.CITIZENS_PROPOSAL})  # MOT-1
RAISED = WITHIN_A_YEAR | {ItemKind.INTERPELLATION, ItemKind.QUESTION}
TOLD = frozenset({ItemKind.INFORMATION, ItemKind.NOTICE, ItemKind.FORMALITY})


class Fate(StrEnum):
    """What became of it in one meeting."""

    COMING = "coming"
    OPEN = "open"
    NOT_REACHED = "not_reached"  # on the agenda, and never opened
    TABLED = "tabled"
    REFERRED_BACK = "referred_back"
    ANSWERED = "answered"
    DECIDED = "decided"


WAITING = frozenset({Fate.NOT_REACHED, Fate.TABLED, Fate.REFERRED_BACK})
AHEAD = frozenset({Fate.COMING, Fate.OPEN})
PUT_OFF = {ProposalKind.TABLE: Fate.TABLED, ProposalKind.REFER_BACK: Fate.REFERRED_BACK}


@dataclass(frozen=True)
class Appearance:
    """One meeting that the matter has stood on.  `decision`: in the words of the gavel."""

    meeting: Meeting
    item: Item
    fate: Fate
    decision: str | None

    @property
    def day(self) -> date:
        return date.fromisoformat(self.meeting.date)


@dataclass(frozen=True)
class Matter:
    """The meetings in their order.  `title`, `proposer` and the rest are those of the last."""

    appearances: tuple[Appearance, ...]

    @property
    def item(self) -> Item:
        return self.appearances[-1].item

    @property
    def kind(self) -> ItemKind:
        return ItemKind(self.item.kind)

    @property
    def last(self) -> Appearance:
        return self.appearances[-1]

    @property
    def raised(self) -> date:
        """The day of the first meeting whose agenda it stood on."""
        return self.appearances[0].day

    @property
    def is_waiting(self) -> bool:
        """Not finished, and on no agenda to come."""
        return self.last.fate in WAITING

    @property
    def is_done(self) -> bool:
        return self.last.fate not in WAITING | AHEAD

    @property
    def times_put_off(self) -> int:
        return sum(each.fate in WAITING for each in self.appearances)

    @property
    def decide_by(self) -> date | None:
        """Within a year, or its state is reported (KL 5:35); None where the law sets no day."""
        return decide_or_report_by(self.raised) if self.kind in WITHIN_A_YEAR else None


def matters(session: Session, council_id: int, kinds: Collection[ItemKind]) -> list[Matter]:
    """In the announced meetings of the council, the longest waiting first."""
    found = _appearances(session, council_id, kinds)
    chains = [Matter(tuple(chain)) for chain in _chains(found)]
    return sorted(chains, key=lambda matter: (matter.raised, matter.item.id))


def waiting(session: Session, council_id: int) -> list[Matter]:
    """What the office can take up on an agenda: of any kind that ends in something."""
    carried = select(Item.carried_from).where(Item.removed_at.is_(None))
    taken = set(session.scalars(carried.where(Item.carried_from.is_not(None))))
    kinds = frozenset(ItemKind) - TOLD
    return [
        matter
        for matter in matters(session, council_id, kinds)
        if matter.is_waiting and matter.item.id not in taken
    ]


def _appearances(
    session: Session, council_id: int, kinds: Collection[ItemKind]
) -> dict[int, Appearance]:
    """By item, in three statements."""
    stood = (
        select(Item, Meeting)
        .join(Meeting, Meeting.id == Item.meeting_id)
        .where(
            Meeting.council_id == council_id,
            Meeting.convened_at.is_not(None),
            Item.removed_at.is_(None),
            Item.kind.in_(sorted(kinds)),
        )
        .order_by(Meeting.date, Meeting.id, Item.position)
    )
    handled = {each.item_id: each for each in session.scalars(_handlings(council_id))}
    decided = {each.item_id: (each, kind) for each, kind in session.execute(_decisions(council_id))}
    return {
        item.id: _appearance(
            item, meeting, handled.get(item.id), *decided.get(item.id, (None,) * 2)
        )
        for item, meeting in session.execute(stood)
    }


def _handlings(council_id: int) -> Select[Handling]:
    held = select(Handling).join(Meeting, Meeting.id == Handling.meeting_id)
    return held.where(Meeting.council_id == council_id).order_by(Handling.id)


def _decisions(council_id: int) -> Select[Decision, str | None]:
    """With the kind of the proposal that was carried."""
    made = select(Decision, Proposal.kind).join(Meeting, Meeting.id == Decision.meeting_id)
    made = made.outerjoin(Proposal, Proposal.id == Decision.proposal_id)
    standing = Decision.undone_at.is_(None)
    return made.where(Meeting.council_id == council_id, standing).order_by(Decision.id)


def _appearance(
    item: Item,
    meeting: Meeting,
    handling: Handling | None,
    decision: Decision | None,
    proposal_kind: str | None,
) -> Appearance:
    fate = _fate(item, meeting, handling, decision, proposal_kind)
    return Appearance(meeting, item, fate, decision.text if decision else None)


def _fate(
    item: Item,
    meeting: Meeting,
    handling: Handling | None,
    decision: Decision | None,
    proposal_kind: str | None,
) -> Fate:
    if handling is None:
        return Fate.NOT_REACHED if meeting.closed_at else Fate.COMING
    if handling.closed_at is None and meeting.closed_at is None:
        return Fate.OPEN
    if decision is not None and decision.how == How.BY_LAW:
        return Fate.TABLED
    if decision is not None:
        carried = ProposalKind(proposal_kind) if proposal_kind else ProposalKind.ADOPT
        return PUT_OFF.get(carried, Fate.DECIDED)
    return Fate.TABLED if needs_decision(ItemKind(item.kind)) else Fate.ANSWERED


def _chains(found: dict[int, Appearance]) -> Iterator[list[Appearance]]:
    """Each from its first item on; an item whose origin is not among them begins a chain."""
    after = {
        origin: each
        for each in found.values()
        if (origin := each.item.carried_from) is not None and origin in found
    }
    later = {each.item.id for each in after.values()}
    for each in found.values():
        if each.item.id not in later:
            yield list(_follow(each, after))


def _follow(first: Appearance, after: dict[int, Appearance]) -> Iterable[Appearance]:
    now: Appearance | None = first
    while now is not None:
        yield now
        now = after.get(now.item.id)
