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
