"""The debate, and what is asked of those in charge (kommunallagen 5 kap. 43, 59–64 §§)."""

from dataclasses import dataclass
from typing import Annotated

from councils.rules.codec import About
from councils.rules.procedure.choices import SpeakerOrder
from councils.rules.procedure.lengths import (
    INTERPELLATION_DEADLINE,
    INTERPELLATION_DEBATE,
    QUESTION_DEADLINE,
    QUESTION_DEBATE,
    DebateTimes,
    LeadTime,
)


@dataclass(frozen=True)
class Debate:
    speech_first_minutes: Annotated[int, About("Första anförandet, minuter", least=1)] = 5
    speech_next_minutes: Annotated[int, About("Nästa anföranden, minuter", least=1)] = 3
    rejoinders_max: Annotated[int, About("Repliker per anförande och person", least=0)] = 2
    rejoinder_minutes: Annotated[int, About("Replik, minuter", least=1)] = 2
    rejoinder_needs_part: Annotated[
        bool, About("Replik bara för den som talat eller tilltalats")
    ] = True
    rejoinders_after_list_closed: Annotated[bool, About("Repliker tillåts efter streck")] = True
    speaker_order: Annotated[SpeakerOrder, About("Talarordning")] = SpeakerOrder.ORDER_OF_REQUEST


@dataclass(frozen=True)
class Asking:
    interpellation_debate: Annotated[DebateTimes, About("Interpellation")] = INTERPELLATION_DEBATE
    question_debate: Annotated[DebateTimes, About("Fråga", "KL 5:64")] = QUESTION_DEBATE
    interpellation_deadline: Annotated[
        LeadTime, About("Interpellation lämnas senast", "KL 5:59")
    ] = INTERPELLATION_DEADLINE
    question_deadline: Annotated[LeadTime, About("Fråga lämnas senast", "KL 5:64")] = (
        QUESTION_DEADLINE
    )
    answers_below_quorum: Annotated[
        bool, About("Svar på interpellationer och frågor utan beslutsförhet", "KL 5:45")
    ] = False
