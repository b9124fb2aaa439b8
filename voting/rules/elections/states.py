"""How far an election on ballots has come, and what may follow.  Kommunallagen 5 kap. 54 § (SB-5).

On paper: draft, open, closed, counted.  Digitally the keys and the electoral roll are settled in
between, and free ballots are mixed.  Until it is counted an election may be abandoned.
"""

from enum import StrEnum

from councils.rules.procedure import ElectionMethod


class ElectionState(StrEnum):
    DRAFT = "draft"
    PREPARED = "prepared"
    FROZEN = "frozen"
    OPEN = "open"
    CLOSED = "closed"
    MIXED = "mixed"
    COUNTED = "counted"
    ABANDONED = "abandoned"

    @property
    def is_over(self) -> bool:
        return self in (ElectionState.COUNTED, ElectionState.ABANDONED)


S = ElectionState
ON_PAPER = {S.DRAFT: (S.OPEN,), S.OPEN: (S.CLOSED,), S.CLOSED: (S.COUNTED,)}
DIGITAL = {
    S.DRAFT: (S.PREPARED,),
    S.PREPARED: (S.FROZEN,),
    S.FROZEN: (S.OPEN,),
    S.OPEN: (S.CLOSED,),
    S.CLOSED: (S.MIXED, S.COUNTED),
    S.MIXED: (S.COUNTED,),
}


def may_go(method: ElectionMethod, before: ElectionState, after: ElectionState) -> bool:
    """May an election held by this method go from one state to the other?  PROTOCOL 9, 24."""
    if before.is_over:
        return False
    if after is S.ABANDONED:
        return True
    steps = DIGITAL if method is ElectionMethod.DIGITAL_SECRET else ON_PAPER
    return after in steps.get(before, ())
