"""An item may be handled only if more than half of the members are present, all through it.

Kommunallagen 5 kap. 45–46 §§ (QUO-1–4, SIZE-3).  The base is the fixed number of seats, vacancies
too.  A remote member is present (5:16).  Check at the start of each item, at each vote and at each
lost connection.
"""

from dataclasses import dataclass
from enum import StrEnum


class Activity(StrEnum):
    """Answers to interpellations and questions may have been exempted by the council (QUO-2)."""

    ITEM = "item"
    ANSWERS = "answers"


class QuorumGround(StrEnum):
    ATTENDANCE = "ATTENDANCE"
    CONFLICT_EXCEPTION = "CONFLICT_EXCEPTION"
    ANSWERS_EXEMPT = "ANSWERS_EXEMPT"


@dataclass(frozen=True)
class Quorum:
    needed: int
    ground: QuorumGround | None

    @property
    def is_quorate(self) -> bool:
        return self.ground is not None


def quorum_needed(seats: int) -> int:
    """More than half of the seats: 61 → 31, 149 → 75 (KL 5:45)."""
    if seats < 1:
        raise ValueError("Antalet platser i fullmäktige måste vara minst 1.")
    return seats // 2 + 1


def quorum(
    seats: int,
    participating: int,
    *,
    recused: int = 0,
    activity: Activity = Activity.ITEM,
    answers_exempt: bool = False,
) -> Quorum:
    """May the item be handled, and on what ground?  KL 5:45–46.

    `participating`: members and serving substitutes who take part in the item.  `recused`: in
    attendance, standing aside for a conflict of interest, without a substitute in the seat.
    """
    if min(participating, recused) < 0 or participating + recused > seats:
        raise ValueError("De närvarande kan inte vara fler än platserna.")
    needed = quorum_needed(seats)
    if participating >= needed:
        return Quorum(needed, QuorumGround.ATTENDANCE)
    if participating + recused >= needed:
        return Quorum(needed, QuorumGround.CONFLICT_EXCEPTION)
    if activity is Activity.ANSWERS and answers_exempt:
        return Quorum(needed, QuorumGround.ANSWERS_EXEMPT)
    return Quorum(needed, None)
