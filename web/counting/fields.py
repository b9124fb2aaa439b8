"""What a case may hold: right keys, right kinds, names tidied; and in plain words what is wrong."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated, Any, ClassVar, TypeVar

import msgspec

Given = TypeVar("Given", bound=msgspec.Struct)
Positive = Annotated[int, msgspec.Meta(ge=1)]
Natural = Annotated[int, msgspec.Meta(ge=0)]
WORDS = (
    (r"Object missing required field `(.*)`", r"\1 saknas"),
    (r"Object contains unknown field `(.*)`", r"\1 är inget som ska vara med"),
    (r"Expected `int` >= (\d+)", r"ska vara minst \1"),
    (r"Expected `(.*)`, got `(.*)`", r"ska vara \1, inte \2"),
    (r"Expected `str` of length >= 1", "får inte vara tom"),
    (r"Invalid enum value (.*)", r"\1 är inget känt ord"),
    (r"Invalid value (.*)", r"\1 är inget känt ord"),
    (r"Invalid RFC3339 encoded date", "är inget datum (ÅÅÅÅ-MM-DD)"),
)


class Name(str):
    """Somebody's name, or a proposal's: never empty."""

    __slots__ = ()


class Designation(str):
    """What stands above the names on a ballot; may be missing."""

    __slots__ = ()


class BadCaseError(ValueError):
    """`str` of it names the field and says what is wrong with it."""


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The input of one case, or a part of it; unknown keys are refused."""

    concerns: ClassVar[str] = ""
    """The fields that the rule itself may refuse."""


def read(kind: type[Given], given: object) -> Given:
    try:
        return msgspec.convert(given, type=kind, dec_hook=_texts)
    except msgspec.ValidationError as error:
        raise BadCaseError(_in_words(str(error))) from None


@contextmanager
def about(fields: str) -> Iterator[None]:
    """What a rule itself refuses is told with the fields that it speaks of."""
    try:
        yield
    except BadCaseError:
        raise
    except ValueError as error:
        raise BadCaseError(f"{fields}: {error}") from None


def tidy(text: str) -> str:
    """Composed (NFC), without white space around it and with single spaces within."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def tidy_keys(found: Mapping[str, Any]) -> dict[str, Any]:
    return {tidy(key): value for key, value in found.items()}


def _texts(kind: type, value: object) -> object:
    if not isinstance(value, str):
        raise TypeError("ska vara en text")  # becomes a validation error with its place
    text = tidy(value)
    if kind is Name and not text:
        raise ValueError("får inte vara tom")
    return kind(text)


def _in_words(error: str) -> str:
    what, _, place = error.partition(" - at `$")
    for pattern, words in WORDS:
        what = re.sub(pattern, words, what)
    field = place.rstrip("`").lstrip(".")
    return f"{field}: {what}" if field else what
