"""Who is here: the roll call, arrivals, substitutes, conflicts of interest, and leaving.

Kommunallagen 5 kap. 16–21, 45–47 §§.
"""

from meetings.actions.roll.answers import ABSENT, answer_roll, finish_roll
from meetings.actions.roll.arrivals import arrive, leave, move
from meetings.actions.roll.corrections import correct_seat
from meetings.actions.roll.identity import identify, identify_all
from meetings.actions.roll.recusals import end_recusal, recuse, stand_aside_accountable
from meetings.actions.roll.substitutes import call_substitute

__all__ = [
    "ABSENT",
    "answer_roll",
    "arrive",
    "call_substitute",
    "correct_seat",
    "end_recusal",
    "finish_roll",
    "identify",
    "identify_all",
    "leave",
    "move",
    "recuse",
    "stand_aside_accountable",
]
