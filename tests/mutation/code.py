"""What a fault has changed in a file that is compiled."""

import marshal
from types import CodeType
from typing import Any


def is_same(one: Any, other: Any) -> bool:
    return _told(one) == _told(other)


def changed_function(plain: CodeType, code: CodeType) -> CodeType | None:
    """The outermost function with the fault in it; None if the fault is beside all functions."""
    if len(plain.co_consts) != len(code.co_consts):
        return None
    pairs = zip(plain.co_consts, code.co_consts, strict=True)
    differing = [(old, new) for old, new in pairs if not is_same(old, new)]
    if len(differing) != 1 or not is_same(code.replace(co_consts=plain.co_consts), plain):
        return None
    old, new = differing[0]
    if not (isinstance(old, CodeType) and isinstance(new, CodeType)):
        return None
    return new if _is_function(new) else changed_function(old, new)


def _is_function(code: CodeType) -> bool:
    return bool(code.co_flags & 0x02)  # CO_NEWLOCALS; a class body has not got it


def _told(value: Any) -> bytes:
    return marshal.dumps(value, 2)  # later versions tell how often a value is pointed at as well
