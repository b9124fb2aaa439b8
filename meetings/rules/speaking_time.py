"""How long one may speak: first and next speech, rejoinders, interpellations and questions.

Rules of procedure, kommunallagen 5 kap. 72 § (RULES section 5).  Times are in whole seconds; None
is no limit.  In a question only the two may speak (5:64, QUE-1).
"""

from enum import StrEnum

from councils.rules.procedure import DebateTimes, Procedure
from meetings.rules.floor import FloorKind

MINUTE = 60


class DebateRole(StrEnum):
    """Who one is in an interpellation or a question."""

    PARTY = "party"  # the one who asks or the one who answers
    OTHER = "other"


def seconds_allowed(kind: FloorKind, earlier_speeches: int, procedure: Procedure) -> int | None:
    """For an ordinary item; `earlier_speeches` are the person's own in this item."""
    if kind is FloorKind.POINT_OF_ORDER:
        return None
    if kind is FloorKind.REJOINDER:
        return procedure.rejoinder_minutes * MINUTE
    first = earlier_speeches == 0
    minutes = procedure.speech_first_minutes if first else procedure.speech_next_minutes
    return minutes * MINUTE


def turn_seconds(times: DebateTimes, role: DebateRole, earlier_turns: int) -> int:
    """For an interpellation or a question; 0 means that there is no further turn.

    The two: an opening, so many turns, a closing word.  Others: so long each time, or nothing.
    """
    if role is DebateRole.OTHER:
        return times.others_minutes * MINUTE
    plan = [times.opening_minutes, *[times.turn_minutes] * times.turns, times.closing_minutes]
    return plan[earlier_turns] * MINUTE if earlier_turns < len(plan) else 0


def seconds_over(spoken: int, allowed: int | None) -> int:
    """By how much the time is exceeded; 0 within it or without a limit."""
    return 0 if allowed is None else max(0, spoken - allowed)
