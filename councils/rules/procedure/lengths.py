"""Minutes in a debate, and working days before a meeting.  Kommunallagen 5 kap. 59, 64, 72 §§."""

from dataclasses import dataclass
from datetime import time
from typing import Annotated

from councils.rules.codec import About, refuse_too_small


@dataclass(frozen=True)
class DebateTimes:
    """Minutes in a debate between one who asks and one who answers."""

    opening_minutes: Annotated[int, About("Första inlägget", least=1)]
    turns: Annotated[int, About("Antal vändor därefter", least=0)]
    turn_minutes: Annotated[int, About("Minuter per vända", least=0)]
    others_minutes: Annotated[int, About("Övriga talare", least=0)] = 0  # 0: only the two speak
    closing_minutes: Annotated[int, About("Slutord", least=0)] = 0

    def __post_init__(self) -> None:
        refuse_too_small(self)


@dataclass(frozen=True)
class LeadTime:
    """So many working days before the meeting, perhaps at a certain hour."""

    working_days: Annotated[int, About("Arbetsdagar före", least=0)]
    at: Annotated[time | None, About("Klockslag")] = None

    def __post_init__(self) -> None:
        refuse_too_small(self)


INTERPELLATION_DEBATE = DebateTimes(4, 2, 2, others_minutes=2, closing_minutes=2)
QUESTION_DEBATE = DebateTimes(3, 2, 2)
INTERPELLATION_DEADLINE = LeadTime(8, time(9))
QUESTION_DEADLINE = LeadTime(3)
