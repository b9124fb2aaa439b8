"""What a printed document is made of: plain values, so that another process can set them."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any


@dataclass(frozen=True)
class Block:
    """`kind`: heading (with `level`), paragraph, list, numbered, table (`rows[0]` is the head).

    `closed`: told behind closed doors, and not for the public.
    """

    kind: str
    text: str = ""
    level: int = 0
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    closed: bool = False


@dataclass(frozen=True)
class Paper:
    """`date` is ISO; `record` is attached so that the log can be verified from the file alone."""

    title: str
    date: str
    blocks: tuple[Block, ...]
    record: dict[str, Any] = field(default_factory=dict)
    language: str = "sv"

    def filename(self, ending: str) -> str:
        return f"{self.title.lower()}-{self.date or 'utkast'}.{ending}"


@dataclass(frozen=True)
class Made:
    """A finished file."""

    content: bytes

    def file(self) -> BytesIO:
        return BytesIO(self.content)
