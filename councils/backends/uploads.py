"""What was uploaded is kept for an hour, between the preview and the press that imports it.

The name is a secret of its own, and the council and the person are written inside: nobody can
swap the file that was looked at for another, nor use somebody else's.
"""

import io
import json
import re
import secrets
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

AN_HOUR = 3600
_NAME = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Uploads:
    folder: Path

    def keep(self, files: Mapping[str, bytes], council_id: int, person_id: int) -> str:
        """The name to ask for it by."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._forget_old()
        name = secrets.token_urlsafe(32)
        part = self.folder / f"{name}.part"
        part.touch(mode=0o600)
        part.write_bytes(_packed(files, [council_id, person_id]))
        part.replace(self.folder / name)
        return name

    def read(self, name: str, council_id: int, person_id: int) -> dict[str, bytes] | None:
        """None where there is nothing, where it is too old, or where it is somebody else's."""
        path = self.folder / name
        if not _NAME.fullmatch(name) or not path.is_file() or _age(path) > AN_HOUR:
            return None
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as kept:
            if json.loads(kept.comment) != [council_id, person_id]:
                return None
            return {info.filename: kept.read(info) for info in kept.infolist()}

    def forget(self, name: str) -> None:
        if _NAME.fullmatch(name):
            (self.folder / name).unlink(missing_ok=True)

    def _forget_old(self) -> None:
        for path in self.folder.iterdir():
            if _age(path) > AN_HOUR:
                path.unlink(missing_ok=True)


def _packed(files: Mapping[str, bytes], owner: list[int]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as kept:
        kept.comment = json.dumps(owner).encode()
        for name, content in files.items():
            kept.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime
