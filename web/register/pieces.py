"""One document of a meeting, with what the register writes down of it (OSL 5 kap. 2 §)."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

LONGEST_NAME = 80  # characters, so that the whole fits in any file system
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
BEHIND_DOORS = "Stängda dörrar. Pröva sekretess före utlämnande."
PERSONAL = "Innehåller personuppgifter."
GONE = "Filen saknas i Klubbas lager."


class Direction(StrEnum):
    RECEIVED = "Inkommen"
    CREATED = "Upprättad"


@dataclass(frozen=True)
class Piece:
    """`day`: received or created.  `sender`: from whom, or who made it.  `item` is its
    number on the agenda, `paragraph` its § in the minutes.

    `content`: a text made here, or where the file lies.  `sha256`: of the file.
    """

    direction: Direction
    day: date
    sort: str
    title: str
    content: bytes | Path
    ending: str
    sha256: str = ""
    sender: str = ""
    item: int | None = None
    paragraph: int | None = None
    case_number: str = ""
    remarks: tuple[str, ...] = ()
    behind_doors: bool = False
    number: int = 0

    @property
    def is_there(self) -> bool:
        return isinstance(self.content, bytes) or self.content.exists()

    @property
    def place(self) -> str:
        """»Ärende 4, § 27«"""
        item = f"Ärende {self.item}" if self.item else ""
        paragraph = f"§ {self.paragraph}" if self.paragraph else ""
        return ", ".join(part for part in (item, paragraph) if part)

    @property
    def filename(self) -> str:
        """»007 Motion – Fria bussar.pdf«: empty where there is no file."""
        if not self.is_there:
            return ""
        words = " ".join(FORBIDDEN.sub(" ", f"{self.sort} – {self.title}").split())
        return f"{self.number:03} {words[:LONGEST_NAME].rstrip(' .')}.{self.ending}"

    @property
    def all_remarks(self) -> str:
        doors = (BEHIND_DOORS,) if self.behind_doors else ()
        gone = () if self.is_there else (GONE,)
        return " ".join((*doors, *self.remarks, *gone))


def text_piece(direction: Direction, day: date, sort: str, title: str, *parts: str) -> Piece:
    """A document of plain words, made now; empty parts are left out."""
    content = "\n\n".join(part for part in (title, *parts) if part) + "\n"
    return sealed(Piece(direction, day, sort, title, content.encode(), "txt"))


def sealed(piece: Piece) -> Piece:
    """With the digest of what is made here; a stored file is known by its own."""
    if isinstance(piece.content, bytes):
        return replace(piece, sha256=hashlib.sha256(piece.content).hexdigest())
    return piece
