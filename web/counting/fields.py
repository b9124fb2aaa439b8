"""What a case may hold: right keys, right kinds, names tidied; and in plain words what is wrong."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated, Any, ClassVar, TypeVar

import msgspec

from core.words import Sentence

Given = TypeVar("Given", bound=msgspec.Struct)
Plain = dict[str, Any]  # as JSON has it
Positive = Annotated[int, msgspec.Meta(ge=1)]
Natural = Annotated[int, msgspec.Meta(ge=0)]
EMPTY, NO_TEXT = Sentence("får inte vara tom"), Sentence("ska vara en text")
UNKNOWN = Sentence("{word} är inget känt ord")
IN_FIELD = "{field}: {words}"
WORDS = (
    (r"Object missing required field `(?P<name>.*)`", Sentence("{name} saknas")),
    (r"Object contains unknown field `(?P<name>.*)`", Sentence("{name} är inget som ska vara med")),
    (r"Expected `int` >= (?P<least>\d+)", Sentence("ska vara minst {least}")),
    (r"Expected `(?P<wanted>.*)`, got `(?P<got>.*)`", Sentence("ska vara {wanted}, inte {got}")),
    (r"Expected `str` of length >= 1", EMPTY),
    (r"Invalid enum value (?P<word>.*)", UNKNOWN),
    (r"Invalid value (?P<word>.*)", UNKNOWN),
    (r"Invalid RFC3339 encoded date", Sentence("är inget datum (ÅÅÅÅ-MM-DD)")),
)


class Name(str):
    """Somebody's name, or a proposal's: never empty."""

    __slots__ = ()


class Designation(str):
    """What stands above the names on a ballot; may be missing."""

    __slots__ = ()


class BadCaseError(ValueError):
    """`str` of it names the field, if it is about one, and says what is wrong with it."""

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(Sentence(IN_FIELD, field=field, words=words) if field else words)
        self.words, self.field = words, field


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The input of one case, or a part of it; unknown keys are refused."""

    concerns: ClassVar[str] = ""
    """The fields that the rule itself may refuse."""


def read(kind: type[Given], given: object) -> Given:
    try:
        return msgspec.convert(given, type=kind, dec_hook=_texts)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at `$")
        raise BadCaseError(_in_words(what), place.rstrip("`").lstrip(".")) from None


@contextmanager
def about(fields: str) -> Iterator[None]:
    """What a rule itself refuses is told with the fields that it speaks of."""
    try:
        yield
    except BadCaseError:
        raise
    except ValueError as error:
        raise BadCaseError(error.args[0], fields) from None


def tidy(text: str) -> str:
    """Composed (NFC), without white space around it and with single spaces within."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def tidy_keys(found: Mapping[str, Any]) -> dict[str, Any]:
    return {tidy(key): value for key, value in found.items()}


def _texts(kind: type, value: object) -> object:
    if not isinstance(value, str):
        raise TypeError(NO_TEXT)  # becomes a validation error with its place
    text = tidy(value)
    if kind is Name and not text:
        raise ValueError(EMPTY)
    return kind(text)


def _in_words(what: str) -> str:
    """What the reading of texts itself has said stays as it is."""
    for pattern, words in WORDS:
        if found := re.fullmatch(pattern, what):
            return Sentence(words, **found.groupdict())
    return what
