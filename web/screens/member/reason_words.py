"""The reasons that come over the wire, in the language of the page.

What is told to one person alone knows no reader: it comes in Swedish, and a page in another
language brings its own words for it.
"""

import re

from core.words import Sentence
from meetings.queries.meetings import NO_ITEM, VOTING
from meetings.rules import floor
from meetings.rules.lifecycle import MeetingState, why_not
from voting.rules.statements import StatementRefusal
from web.language import said
from web.screens.member import lawful

REASONS: list[Sentence] = [
    *(why_not(state) for state in MeetingState),
    *(NO_ITEM, VOTING, lawful.NOT_SERVING, lawful.NO_FLOOR, lawful.RECUSED, lawful.PRESIDING),
    *(lawful.DEBATE_OVER, lawful.NO_TURN, lawful.SETTLED, lawful.READ_BACK, lawful.DECIDED),
    StatementRefusal.QUESTION_PUT.text,
    *(refusal.text for refusal in floor.FloorRefusal),
    *(floor.POINT_FIRST, floor.MOVED, floor.MOVED_AHEAD, floor.REJOINDER_FIRST),
    *floor.PASSED_BY.values(),
]
_PART = re.compile(r"\{\w+\}")


def reason_words() -> dict[str, str]:
    """By the Swedish sentence; a number in it is `#` in both."""
    return {_PART.sub("#", words): _PART.sub("#", said(words)) for words in REASONS}
