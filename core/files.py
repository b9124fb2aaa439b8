"""Where documents are kept.  Declared here for the rooms; made by `web.gateways.files`."""

from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol


@dataclass(frozen=True)
class Kept:
    """A checked document in the store.  `size` in bytes."""

    sha256: str
    size: int
    pages: int


class Files(Protocol):
    limit: int  # bytes in one document

    def keep(self, stream: IO[bytes]) -> Kept:
        """Check and store.  What is no readable PDF is refused with `BadInput`."""

    def path(self, sha256: str) -> Path:
        """The document itself."""

    def preview(self, sha256: str) -> Path:
        """Its first page as a small picture."""
