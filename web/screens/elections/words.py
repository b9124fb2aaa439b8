"""How elections are spoken of on screen."""

from flask_babel import gettext as _

from councils.rules.procedure import ElectionMethod
from voting.models import Part
from voting.rules.elections.states import ElectionState


def part_words(part: str) -> str:
    words: dict[str, str] = {
        Part.ONE: _("Ett uppdrag"),
        Part.MEMBERS: _("Ledamöter"),
        Part.SUBSTITUTES: _("Ersättare"),
    }
    return words[Part(part)]


def method_words(method: str) -> str:
    words: dict[str, str] = {
        ElectionMethod.ACCLAMATION: _("Acklamation"),
        ElectionMethod.PAPER: _("Valsedlar på papper"),
        ElectionMethod.PAPER_PRINT_MIX: _("Papper, med utskrift för dem på distans"),
        ElectionMethod.DIGITAL_SECRET: _("Digital sluten omröstning"),
    }
    return words[ElectionMethod(method)]


def state_words(state: str) -> str:
    words: dict[str, str] = {
        ElectionState.DRAFT: _("Namn tas emot"),
        ElectionState.PREPARED: _("Enheterna ansluter"),
        ElectionState.FROZEN: _("Röstlängden är fryst"),
        ElectionState.OPEN: _("Urnan är öppen"),
        ElectionState.CLOSED: _("Urnan är stängd"),
        ElectionState.MIXED: _("Valsedlarna är blandade"),
        ElectionState.COUNTED: _("Räknat"),
        ElectionState.ABANDONED: _("Avbrutet"),
    }
    return words[ElectionState(state)]
