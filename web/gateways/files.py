"""Documents on disk, each under the SHA-256 of what is in it, beside a picture of its first page.

A document arrives in pieces and never whole in memory.  It counts only when it has been checked.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from core.errors import BadInput
from core.files import Kept
from core.swedish import number
from core.workers import WorkerDied, Workers
from web.gateways.pdf_preview import draw, inspect

PIECE = 256 * 1024
SIGN, SIGN_WITHIN = b"%PDF-", 1024
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Arrived:
    path: Path
    sha256: str
    size: int


class Files:
    def __init__(self, folder: Path, workers: Workers, limit: int) -> None:
        self.folder, self.workers, self.limit = folder, workers, limit

    def keep(self, stream: IO[bytes]) -> Kept:
        with self._arriving(stream) as arrived:
            target, picture = self.path(arrived.sha256), _beside(arrived.path)
            try:
                pages = self._checked(arrived.path, picture)
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(picture, _beside(target))
                os.replace(arrived.path, target)
            finally:
                picture.unlink(missing_ok=True)
            _make_durable(target.parent)
        return Kept(arrived.sha256, arrived.size, pages)

    def path(self, sha256: str) -> Path:
        return self.folder.absolute() / sha256[:2] / f"{sha256}.pdf"

    def preview(self, sha256: str) -> Path:
        """Drawn when the document arrived, or now if it came another way."""
        document = self.path(sha256)
        picture = _beside(document)
        if not picture.exists():
            with tempfile.TemporaryDirectory(dir=document.parent) as place:
                half = Path(place, picture.name)
                self.workers.run(draw, str(document), str(half))
                os.replace(half, picture)
        return picture

    @contextmanager
    def _arriving(self, stream: IO[bytes]) -> Iterator[Arrived]:
        waiting = self.folder / "arriving"
        waiting.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=waiting, suffix=".pdf")
        path = Path(name)
        try:
            with open(handle, "wb") as file:
                sha256, size = self._copied(stream, file)
                file.flush()
                os.fsync(file.fileno())
            yield Arrived(path, sha256, size)
        finally:
            path.unlink(missing_ok=True)

    def _copied(self, stream: IO[bytes], file: IO[bytes]) -> tuple[str, int]:
        """Digest and size in bytes.  Stops at the limit, and at once if it is no PDF."""
        digest, size = hashlib.sha256(), 0
        while piece := stream.read(PIECE):
            if size == 0 and SIGN not in piece[:SIGN_WITHIN]:
                raise BadInput("Filen är ingen PDF. Spara den som PDF och försök igen.", "file")
            size += len(piece)
            if size > self.limit:
                most = number(self.limit // MEGABYTE)
                raise BadInput(
                    "Filen är för stor. Den får vara högst {most} MB.", "file", most=most
                )
            digest.update(piece)
            file.write(piece)
        if size == 0:
            raise BadInput("Filen är tom.", "file")
        return digest.hexdigest(), size

    def _checked(self, document: Path, picture: Path) -> int:
        """The number of pages, if it can be read at all."""
        try:
            found = self.workers.run(inspect, str(document), str(picture))
        except WorkerDied:
            raise BadInput("Filen går inte att läsa. Spara om den som PDF.", "file") from None
        if found.refusal:
            raise BadInput(found.refusal, "file")
        return found.pages


def _beside(document: Path) -> Path:
    return document.with_suffix(".png")


def _make_durable(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
