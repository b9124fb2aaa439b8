"""Is the election proportional (KL 5:58, LPV 2–3)?"""

from typing import ClassVar

import msgspec

from voting.rules import elections
from web.counting.fields import Case, Natural, Plain, Positive


class LpvRequest(Case, frozen=True):
    concerns: ClassVar[str] = "requested_by, substitutes, members_proportional, other_ground"
    present: Positive
    places: Positive
    requested_by: Natural
    election: elections.ElectionKind = elections.ElectionKind.COMMITTEE
    substitutes: bool = False
    members_proportional: bool | None = None
    other_ground: bool = False


def lpv_request(given: LpvRequest) -> Plain:
    found = elections.lpv_request(**msgspec.structs.asdict(given))
    return {"needed": found.needed, "proportional": found.is_proportional, "reason": found.reason}
