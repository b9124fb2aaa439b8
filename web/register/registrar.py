"""Gathers what the register is to have of a meeting, and packs it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from core import clock
from core.db import Database
from core.files import Files
from councils.models import Council
from meetings.models import Meeting
from meetings.queries import state
from web.register import business, convening, index, people, records
from web.register.pieces import Piece
from web.register.zipped import File, zipped

FOLDER = "handlingar"


@dataclass(frozen=True)
class Parcel:
    """`digest`: SHA-256 of the index in JSON, which names every file by its own."""

    name: str
    pieces: tuple[Piece, ...]
    csv: bytes
    json: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.json).hexdigest()

    @property
    def behind_doors(self) -> int:
        return sum(piece.behind_doors for piece in self.pieces)

    def files(self) -> Iterator[File]:
        yield File("index.csv", self.csv)
        yield File("index.json", self.json)
        for piece in self.pieces:
            if piece.is_there:
                yield File(f"{FOLDER}/{piece.filename}", piece.content)

    def zipped(self) -> Iterator[bytes]:
        return zipped(self.files())

    def unpacked(self, folder: Path) -> None:
        """The same files in a folder."""
        for file in self.files():
            target = folder / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            content = file.content
            target.write_bytes(content if isinstance(content, bytes) else content.read_bytes())


class Registrar:
    def __init__(self, database: Database, files: Files) -> None:
        self._database, self._files = database, files

    def parcel(self, meeting_id: int) -> Parcel:
        with self._database.reading() as session:
            meeting = state.meeting(session, meeting_id)
            pieces = self._pieces(session, meeting)
            council = session.get_one(Council, meeting.council_id)
            about = {
                "id": meeting.id,
                "council": council.name,
                "title": meeting.title,
                "date": meeting.date,
            }
        name = f"diarium-{meeting.date}-{meeting.id}"
        return Parcel(name, pieces, index.as_csv(pieces), index.as_json(about, clock.now(), pieces))

    def _pieces(self, session: Session, meeting: Meeting) -> tuple[Piece, ...]:
        """By day, and within it in the order they arise in the work."""
        found = [
            *convening.notices(session, meeting),
            *convening.summons(session, meeting),
            *business.business(session, meeting, self._files.path),
            *people.requests(session, meeting),
            *people.statements(session, meeting),
            *records.minutes(session, meeting, self._files.path),
            *records.meeting_log(session, meeting),
        ]
        found.sort(key=lambda piece: piece.day)
        return tuple(replace(piece, number=number) for number, piece in enumerate(found, start=1))
