"""A press: what stands on the button, and what it hands in."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Act:
    """`fields` name the state the button was drawn for.  `guard`: a key only moves focus here.

    `ready`: the moment before which the server refuses; `why` says so until then.
    """

    label: str
    url: str
    method: str = "PUT"
    fields: dict[str, Any] = field(default_factory=dict)
    icon: str = "arrow-right"
    key: str = ""
    guard: bool = False
    why: str = ""
    ready: str = ""


@dataclass(frozen=True)
class Script:
    """What is read aloud, the one next act, and what else may be done just now.

    `page`: where the rest of it is done.
    """

    name: str
    lines: tuple[str, ...]
    act: Act | None = None
    others: tuple[Act, ...] = ()
    page: str = ""


KNOWN = ("icon", "key", "guard", "why", "ready")


def act(label: str, url: str, method: str = "PUT", **more: Any) -> Act:
    """`fields` are given by name; None is left out."""
    known = {name: more.pop(name) for name in KNOWN if name in more}
    fields = {name: value for name, value in more.items() if value is not None}
    return Act(label, url, method, fields, **known)
