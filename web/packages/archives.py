"""Opening a .zip safely: nothing is unpacked to disk, and no more is unpacked than a package needs.

Excel workbooks are zip files too and pass the same checks before they are read.
"""

import lzma
import stat
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath

from core.words import Sentence
from web.packages.limits import BYTES, FILES, MEGABYTE, NotAPackageError

UTF8_NAMES = 0x800
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,  # a password is needed
    ValueError,
)


def unpacked(data: bytes) -> Mapping[str, bytes]:
    """Name → content of every file in the archive, checked for size and for path tricks."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check(entries)
            return {_name(entry): archive.read(entry) for entry in entries}
    except NotAPackageError:
        raise
    except BROKEN as fault:
        raise NotAPackageError(
            Sentence(
                "Zipfilen går inte att öppna: den är skadad eller skyddad med lösenord. "
                "Packa den på nytt utan lösenord."
            )
        ) from fault


def _check(entries: list[zipfile.ZipInfo]) -> None:
    """`read` never gives more than the size that an entry states, so the sum can be trusted."""
    if len(entries) > FILES:
        raise NotAPackageError(
            Sentence(
                "Zipfilen innehåller fler än {most} filer. Packa bara mötets tabeller.", most=FILES
            )
        )
    if sum(entry.file_size for entry in entries) > BYTES:
        raise NotAPackageError(
            Sentence(
                "Zipfilen är större än {most} MB uppackad. Packa bara mötets tabeller.",
                most=BYTES // MEGABYTE,
            )
        )
    for entry in entries:
        if _leads_out(_name(entry)) or stat.S_ISLNK(entry.external_attr >> 16):
            raise NotAPackageError(
                Sentence(
                    "Zipfilen innehåller en otillåten sökväg: ”{name}”. "
                    "Packa om mappen med enbart mötets tabeller.",
                    name=_name(entry),
                )
            )


def _name(entry: zipfile.ZipInfo) -> str:
    """Some programs write UTF-8 names without saying so; then å, ä, ö come out as other signs."""
    if entry.flag_bits & UTF8_NAMES:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name
