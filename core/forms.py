"""What a form sent, as values.  Anything that cannot be understood names its field, in Swedish."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from core.errors import BadInput

Form = Mapping[str, str]
Word = TypeVar("Word", bound=StrEnum)
YES = frozenset({"1", "true", "on", "yes", "ja"})
DIGITS = 9  # more is no number that we have given to anything


def whole(form: Form, field: str) -> int:
    """A whole number that must be there."""
    number = maybe_whole(form, field)
    if number is None:
        raise BadInput("Ett nummer saknas.", field)
    return number


def maybe_whole(form: Form, field: str) -> int | None:
    """A whole number, or None when the field is empty or not sent."""
    text = _sent(form, field)
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= DIGITS):
        raise BadInput("Skriv ett heltal.", field)
    return int(text)


def wholes(form: Form, field: str) -> tuple[int, ...]:
    """Several numbers with commas between: "3,1,2"."""
    parts = [part.strip() for part in _sent(form, field).split(",") if part.strip()]
    return tuple(whole({field: part}, field) for part in parts)


def word(form: Form, field: str, words: type[Word]) -> Word:
    """One of a fixed set of words."""
    try:
        return words(_sent(form, field))
    except ValueError:
        raise BadInput("Välj något av: {choices}.", field, choices=", ".join(words)) from None


def text(form: Form, field: str, *, most: int = 200) -> str:
    """Words that must be there, trimmed, at most so many characters."""
    words = maybe_text(form, field, most=most)
    if words is None:
        raise BadInput("Fältet får inte vara tomt.", field)
    return words


def maybe_text(form: Form, field: str, *, most: int = 200) -> str | None:
    words = _sent(form, field)
    if len(words) > most:
        raise BadInput("Skriv högst {most} tecken.", field, most=most)
    return words or None


def flag(form: Form, field: str) -> bool:
    """Ticked or not; not sent is not ticked."""
    return _sent(form, field).lower() in YES


def answer(form: Form, field: str) -> bool:
    """Yes or no; one of them must be sent."""
    if not _sent(form, field):
        raise BadInput("Svara ja eller nej.", field)
    return flag(form, field)


def day(form: Form, field: str) -> str:
    """A date as ISO text: 2026-12-14."""
    try:
        return date.fromisoformat(_sent(form, field)).isoformat()
    except ValueError:
        raise BadInput("Skriv datum som 2026-12-14.", field) from None


def maybe_day(form: Form, field: str) -> str | None:
    return day(form, field) if _sent(form, field) else None


def hour(form: Form, field: str) -> str:
    """A local time of day as ISO text: 18:00."""
    try:
        return time.fromisoformat(_sent(form, field).replace(".", ":")).isoformat("minutes")
    except ValueError:
        raise BadInput("Skriv klockslag som 18:00.", field) from None


def maybe_hour(form: Form, field: str) -> str | None:
    return hour(form, field) if _sent(form, field) else None


def _sent(form: Form, field: str) -> str:
    return (form.get(field) or "").strip()
