"""The parties' colours as a style sheet, and a mark that changes with it."""

import hashlib
import re
from collections.abc import Sequence

from councils.models import Party
from councils.rules.colours import BLACK, ink_on


def sheet(parties: Sequence[Party]) -> str:
    return "".join(map(_rule, parties))


def mark(sheet: str) -> str:
    return hashlib.sha256(sheet.encode()).hexdigest()[:16]


def _rule(party: Party) -> str:
    ink = ink_on(party.colour) or BLACK
    return f".party-{_word(party.letters)} {{ --party: {party.colour}; --party-ink: {ink} }}\n"


def _word(letters: str) -> str:
    """As the class is written on the page, with what means something in a style sheet escaped."""
    return re.sub(r"[^\w-]", lambda sign: "\\" + sign[0], letters.replace(" ", "-"))
