"""A ZIP that is sent while it is made: never whole in memory, never on disk."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

PART = 256 * 1024  # bytes
EARLIEST = (1980, 1, 1, 0, 0, 0)  # of what a ZIP can say
READABLE = 0o644 << 16


class File(NamedTuple):
    name: str
    content: bytes | Path


class _Pipe:
    """What has been written and not yet sent.  Cannot seek, so the archive does not try to."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, part: bytes) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        pass

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


def zipped(files: Iterable[File]) -> Iterator[bytes]:
    """The archive in pieces.  PDF is packed already and only stored."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:  # type: ignore[call-overload]
        for file in files:
            with archive.open(_info(file), "w") as entry:
                for part in _parts(file.content):
                    entry.write(part)
                    yield pipe.taken()
            yield pipe.taken()
    yield pipe.taken()


def _info(file: File) -> zipfile.ZipInfo:
    """The same content gives the same archive: the days stand in the index."""
    info = zipfile.ZipInfo(file.name, EARLIEST)
    is_text = isinstance(file.content, bytes)
    info.compress_type = zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED
    info.external_attr = READABLE
    return info


def _parts(content: bytes | Path) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield from (content[at : at + PART] for at in range(0, len(content), PART))
        return
    with content.open("rb") as file:
        while part := file.read(PART):
            yield part
