"""One line of JSON that can be written in one way only (PROTOCOL 5.3).

The shapes are classes: a dataclass is an object with its fields in that order, a named tuple an
array, `mpz` a decimal string.  A field that has its default is left out.
"""

import json
import re
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from gmpy2 import mpz

Shape = TypeVar("Shape")
Reader = Callable[[Any], Any]

NUMBER = re.compile(r"0|[1-9][0-9]{0,699}", re.ASCII)  # an element has at most 617 digits
SMALL = re.compile(r"0|[1-9][0-9]{0,8}", re.ASCII)


class NotCanonicalError(ValueError):
    """Another text than the one that the protocol gives this object, or no such object at all.

    Says what was expected, never what stood there: it may have been decrypted.
    """


def dump(value: object) -> str:
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return text.replace("\x7f", "\\u007f")


def parse(text: bytes | str, shape: type[Shape]) -> Shape:
    """What stands in the text, if it is an object of that shape, written as it shall be."""
    hint: Any = shape
    try:
        written = text.decode() if isinstance(text, bytes) else text.encode().decode()
        found: Shape = _reader(hint)(_DECODER.decode(written))
        same = dump(found) == written
    except NotCanonicalError:
        raise
    except (ValueError, RecursionError):
        raise NotCanonicalError("not JSON of the strict kind") from None
    if not same:
        raise NotCanonicalError("not written in the canonical way")
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, mpz):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        given = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: _plain(part) for field, part in given if part != field.default}
    return value


@cache
def _reader(shape: Any) -> Reader:
    kind, parts = get_origin(shape), get_args(shape)
    if kind in (Union, UnionType):
        return _any_of([_reader(part) for part in parts if part is not type(None)])
    if kind is Literal:
        return _literal(parts)
    if kind is tuple:
        several = parts[-1] is ...
        return _row(_reader(parts[0])) if several else _array(shape, map(_reader, parts), tuple)
    if is_dataclass(shape):
        return _object(shape)
    if issubclass(shape, tuple):
        return _array(shape, map(_reader, get_type_hints(shape).values()), shape._make)
    return _SIMPLE[shape]


def _any_of(readers: list[Reader]) -> Reader:
    if len(readers) == 1:
        return readers[0]

    def read(found: Any) -> Any:
        for reader in readers:
            try:
                return reader(found)
            except NotCanonicalError:
                continue
        raise NotCanonicalError("none of the shapes that may stand here")

    return read


def _literal(choices: tuple[Any, ...]) -> Reader:
    def read(found: Any) -> Any:
        _expect(isinstance(found, str) and found in choices, f"one of {', '.join(choices)}")
        return found

    return read


def _row(reader: Reader) -> Reader:
    def read(found: Any) -> Any:
        _expect(isinstance(found, list), "an array")
        return tuple(map(reader, found))

    return read


def _array(shape: Any, parts: Any, make: Callable[[Any], Any]) -> Reader:
    readers = list(parts)

    def read(found: Any) -> Any:
        _expect(isinstance(found, list) and len(found) == len(readers), f"{len(readers)} parts")
        return make(reader(part) for reader, part in zip(readers, found, strict=True))

    return read


def _object(shape: Any) -> Reader:
    hints = get_type_hints(shape)
    readers = {field.name: _reader(hints[field.name]) for field in fields(shape)}
    needed = {field.name for field in fields(shape) if field.default is MISSING}

    def read(found: Any) -> Any:
        _expect(isinstance(found, dict), f"an object with {', '.join(readers)}")
        _expect(needed <= set(found) <= set(readers), f"the fields {', '.join(readers)}")
        return shape(**{name: readers[name](part) for name, part in found.items()})

    return read


def _number(found: Any) -> mpz:
    _expect(isinstance(found, str) and bool(NUMBER.fullmatch(found)), "a decimal number as text")
    return mpz(found)


def _of(kind: type) -> Reader:
    def read(found: Any) -> Any:
        _expect(type(found) is kind, f"a value of type {kind.__name__}")  # True is no number here
        return found

    return read


_SIMPLE: dict[type, Reader] = {mpz: _number, int: _of(int), str: _of(str), bool: _of(bool)}


def _expect(holds: bool, wanted: str) -> None:
    if not holds:
        raise NotCanonicalError(f"expected {wanted}")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    _expect(len(found) == len(pairs), "each field once")
    return found


def _small(digits: str) -> int:
    _expect(bool(SMALL.fullmatch(digits)), "a small whole number")
    return int(digits)


def _refuse(_found: str) -> Any:
    raise NotCanonicalError("expected a whole number")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_int=_small, parse_float=_refuse, parse_constant=_refuse
)
