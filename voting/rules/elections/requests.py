"""Which elections are proportional: only those the law lists, and only if enough electors ask.

Kommunallagen 5 kap. 58 §, 6 kap. 42 § and lag (2022:629) 2–3 §§ (LPV-1, LPV-2).  Enough is the
number present divided by the places plus one, rounded up; a vote on the request does not matter.
"""

from dataclasses import dataclass
from enum import StrEnum

from core.words import Sentence
from voting.rules.elections.kinds import NOT_LISTED, ElectionKind


class RequestReason(StrEnum):
    """Why it is proportional, or is not.  `text` is what the chair says of it."""

    NOT_LISTED = "NOT_LISTED"
    MEMBERS_NOT_PROPORTIONAL = "MEMBERS_NOT_PROPORTIONAL"
    TOO_FEW = "TOO_FEW"
    ENOUGH = "ENOUGH"

    @property
    def text(self) -> Sentence:
        return _REASONS[self]


@dataclass(frozen=True)
class RequestResult:
    needed: int
    reason: RequestReason

    @property
    def is_proportional(self) -> bool:
        return self.reason is RequestReason.ENOUGH


def lpv_request(
    present: int,
    places: int,
    requested_by: int,
    *,
    election: ElectionKind = ElectionKind.COMMITTEE,
    substitutes: bool = False,
    members_proportional: bool | None = None,
    other_ground: bool = False,
) -> RequestResult:
    """Is the election proportional?  LPV 2–3, KL 5:58.

    `substitutes` are elected so only if the members were (`members_proportional`).  `other_ground`:
    a committee that two thirds have put outside LPV (5:58 last paragraph).
    """
    if present < 1 or places < 1 or not 0 <= requested_by <= present:
        raise ValueError("De som begär kan inte vara fler än de närvarande.")
    if substitutes == (members_proportional is None):
        raise ValueError("Ange hur ledamöterna valdes när valet gäller ersättare.")
    if other_ground and election is not ElectionKind.COMMITTEE:
        raise ValueError("Bara en nämnd kan vara undantagen.")
    needed = -(-present // (places + 1))
    if election in NOT_LISTED or other_ground:
        return RequestResult(needed, RequestReason.NOT_LISTED)
    if members_proportional is False:
        return RequestResult(needed, RequestReason.MEMBERS_NOT_PROPORTIONAL)
    enough = requested_by >= needed
    return RequestResult(needed, RequestReason.ENOUGH if enough else RequestReason.TOO_FEW)


_REASONS = {
    RequestReason.ENOUGH: Sentence("Det räcker: valet är proportionellt (2 § lagen 2022:629)."),
    RequestReason.TOO_FEW: Sentence("Det räcker inte (2 § lagen 2022:629)."),
    RequestReason.NOT_LISTED: Sentence("Det här valet är aldrig proportionellt (5 kap. 58 §)."),
    RequestReason.MEMBERS_NOT_PROPORTIONAL: Sentence(
        "Ersättare väljs proportionellt bara om ledamöterna valdes så (3 § lagen 2022:629)."
    ),
}
