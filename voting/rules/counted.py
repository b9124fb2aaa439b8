"""Were as many ballots found as voters were ticked off?  Otherwise nothing is counted.

Lag (2022:629) 13 § and the urn's own arithmetic: more ballots than those who may vote, or another
number than those who did, and the election is held again.
"""

from enum import StrEnum

from core.words import Sentence


class CountStatus(StrEnum):
    DONE = "DONE"
    LOT_NEEDED = "LOT_NEEDED"
    MORE_BALLOTS_THAN_VOTERS = "MORE_BALLOTS_THAN_VOTERS"
    BALLOTS_DIFFER_FROM_VOTED = "BALLOTS_DIFFER_FROM_VOTED"
    NO_VALID_BALLOT = "NO_VALID_BALLOT"


ANNULLED = (CountStatus.MORE_BALLOTS_THAN_VOTERS, CountStatus.BALLOTS_DIFFER_FROM_VOTED)


def urn_fault(
    cast: int, valid: int, *, voters_present: int, voted: int | None = None
) -> CountStatus | None:
    """Why there is nothing to count; None where there is.  `voted`: how many were ticked off."""
    if voted is not None and voted > voters_present:
        raise ValueError(Sentence("Fler har röstat än som är närvarande."))
    if cast > voters_present:
        return CountStatus.MORE_BALLOTS_THAN_VOTERS
    if voted is not None and voted != cast:
        return CountStatus.BALLOTS_DIFFER_FROM_VOTED
    return None if valid else CountStatus.NO_VALID_BALLOT
