"""Settings as plain values for storage and forms, and back, with every fault named in Swedish.

Carries the rules of procedure (kommunallagen 5 kap. 72 §) but knows none of them: a frozen
dataclass whose fields are bool, int, str, date, time, a StrEnum, a frozenset of one, another such
dataclass, or one of these or None, each with an `About` in `Annotated`.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from core.words import Sentence, in_a_row

T = TypeVar("T")


@dataclass(frozen=True)
class About:
    """What a setting is called on screen, its paragraph, and the least it may be."""

    label: str
    paragraph: str = ""
    least: int | None = None

    @property
    def called(self) -> Sentence:
        return Sentence(self.label)


class SettingsError(ValueError):
    """`faults` says for each setting what is wrong; the message is all of them."""

    def __init__(self, faults: Mapping[str, Sentence]) -> None:
        self.words = in_a_row(list(faults.values()))
        super().__init__(self.words)
        self.faults = dict(faults)


def encode(settings: Any) -> dict[str, Any]:
    """Only what JSON has."""
    return {field.name: _plain(getattr(settings, field.name)) for field in fields(settings)}


def decode(kind: type[T], values: Mapping[str, Any]) -> T:
    """What is not named gets its default.  Unknown names and wrong values are refused."""
    required = {one.name for one in fields(kind) if one.default is MISSING}  # type: ignore[arg-type]
    known = about(kind)
    faults = {
        name: Sentence("Okänd inställning: {name}.", name=name)
        for name in values
        if name not in known
    }
    faults |= {name: _missing(known[name]) for name in required if name not in values}
    found: dict[str, Any] = {}
    for name in known.keys() & values.keys():
        try:
            found[name] = _read(_types(kind)[name], values[name])
        except ValueError as error:
            faults[name] = _wrong(known[name], error)
    if faults:
        raise SettingsError(faults)
    return kind(**found)


def about(kind: type[Any]) -> dict[str, About]:
    """What each setting is called, in the order they stand; for forms."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items()}


def refuse_too_small(settings: Any) -> None:
    """For the end of a dataclass's making."""
    if faults := too_small(settings):
        raise SettingsError(faults)


def too_small(settings: Any) -> dict[str, Sentence]:
    """Faults for the numbers that are below their least."""
    return {
        name: Sentence("{setting}: minst {least}.", setting=one.called, least=one.least)
        for name, one in about(type(settings)).items()
        if one.least is not None and getattr(settings, name) < one.least
    }


def _missing(about: About) -> Sentence:
    return Sentence("{setting} saknas.", setting=about.called)


def _wrong(about: About, error: ValueError) -> Sentence:
    """The readers below raise sentences; so does a setting that is settings itself."""
    return Sentence("{setting}: {fault}", setting=about.called, fault=error.args[0])


def _types(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return encode(value)
    if isinstance(value, frozenset):
        return sorted(str(one) for one in value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _read(kind: Any, value: Any) -> Any:
    if NoneType in get_args(kind):
        return None if value in (None, "") else _read(get_args(kind)[0], value)
    if get_origin(kind) is frozenset:
        return frozenset(_read(get_args(kind)[0], one) for one in _listed(value))
    if is_dataclass(kind):
        return decode(kind, _keyed(value))  # type: ignore[arg-type]
    if issubclass(kind, StrEnum):
        return _word(kind, value)
    return _READERS[kind](value)


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list | tuple | set | frozenset):
        raise ValueError(Sentence("en lista väntas."))
    return list(value)


def _keyed(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(Sentence("flera värden med namn väntas."))
    return value


def _word(kind: type[StrEnum], value: Any) -> StrEnum:
    try:
        return kind(value)
    except ValueError:
        raise ValueError(Sentence("välj något av {choices}.", choices=", ".join(kind))) from None


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(Sentence("svara ja eller nej."))
    return value


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(Sentence("ett heltal väntas."))
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(Sentence("text väntas."))
    return value.strip()


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(Sentence("skriv datum som 2026-12-14.")) from None


def _clock(value: Any) -> time:
    try:
        return time.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(Sentence("skriv klockslag som 09:00.")) from None


_READERS: Mapping[Any, Callable[[Any], Any]] = {
    bool: _flag,
    int: _number,
    str: _text,
    date: _day,
    time: _clock,
}
