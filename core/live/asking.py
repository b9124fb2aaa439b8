"""Who asks to look on, and at what: read from a message or an address, and believed in nothing."""

from collections.abc import Mapping
from typing import Any

from core.actor import Audience, Onlooker
from core.errors import BadInput

LANGUAGES = ("sv", "en")
LONGEST = 20  # characters in the letters of a party
HIGHEST = 2**31 - 1


def onlooker_from(asked: Mapping[str, Any]) -> Onlooker:
    """A group means something to the support desk only; elsewhere it is left out."""
    audience = _audience(asked.get("audience"))
    language = asked.get("language") or LANGUAGES[0]
    if language not in LANGUAGES:
        raise BadInput("Språket finns inte.", "language")
    group = asked.get("group") or None
    if group is not None and not (isinstance(group, str) and len(group) <= LONGEST):
        raise BadInput("Gruppen finns inte.", "group")
    return Onlooker(audience, group if audience is Audience.SUPPORT else None, language)


def _audience(word: object) -> Audience:
    try:
        return Audience(str(word))
    except ValueError as error:
        raise BadInput("Den skärmen finns inte.", "audience") from error


def whole_number(given: object, field: str) -> int:
    number = given if isinstance(given, int) and not isinstance(given, bool) else 0
    if isinstance(given, str) and given.isascii() and given.isdigit():
        number = int(given[:LONGEST])
    if not 0 < number <= HIGHEST:
        raise BadInput("Numret finns inte.", field)
    return number
