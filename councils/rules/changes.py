"""What one version of the rules of procedure changed against the one before (KL 5:72).

Kommunallagen 5 kap. 72 §.  Each change names the setting and its value before and after.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from councils.rules.codec import About, about
from councils.rules.procedure import Procedure


@dataclass(frozen=True)
class Change:
    """`within`: the setting this one is a part of, where it is one."""

    name: str
    about: About
    before: Any
    after: Any
    within: About | None = None


def changes(before: Procedure, after: Procedure) -> tuple[Change, ...]:
    """Setting by setting, in the order of the chapters.  KL 5:72."""
    return tuple(_differing(before, after))


def _differing(before: Any, after: Any, within: About | None = None) -> Iterator[Change]:
    told = about(type(after))
    for field in fields(after):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old == new:
            continue
        if is_dataclass(new) and is_dataclass(old):
            yield from _differing(old, new, told[field.name])
        else:
            yield Change(field.name, told[field.name], old, new, within)
