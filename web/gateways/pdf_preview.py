"""Opening a PDF that somebody sent: can it be read, how many pages, and a picture of the first.

Runs in a worker process with bounds on time and memory: what makes the parser fall over takes the
worker with it, and nothing else.
"""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from core.words import Sentence

WIDTH, HEIGHT = 480, 680  # pixels at most
SECONDS = 20
MEMORY = 2_000_000_000  # bytes
UNLOCKED = -1


@dataclass(frozen=True)
class Inspection:
    """`refusal`: why it cannot be used, in words for whoever sent it."""

    pages: int
    refusal: Sentence | None = None


def inspect(document: str, picture: str) -> Inspection:
    """Draws the first page to `picture` if the document can be used."""
    with _bounded():
        try:
            return _opened(Path(document), Path(picture))
        except (pypdfium2.PdfiumError, MemoryError, OSError, ValueError):
            return Inspection(0, _BROKEN)


def draw(document: str, picture: str) -> None:
    with _bounded():
        pdf = pypdfium2.PdfDocument(document)
        _draw_first_page(pdf, Path(picture))
        pdf.close()


def _opened(document: Path, picture: Path) -> Inspection:
    try:
        pdf = pypdfium2.PdfDocument(document)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) in _LOCKS or "password" in str(error).lower()
        return Inspection(0, _LOCKED if is_locked else _BROKEN)
    try:
        if raw.FPDF_GetSecurityHandlerRevision(pdf.raw) != UNLOCKED:
            return Inspection(0, _LOCKED)
        if len(pdf) == 0:
            return Inspection(0, _EMPTY)
        _draw_first_page(pdf, picture)
        return Inspection(len(pdf))
    finally:
        pdf.close()


def _draw_first_page(pdf: pypdfium2.PdfDocument, picture: Path) -> None:
    page = pdf[0]
    width, height = page.get_size()
    scale = min(WIDTH / max(width, 1), HEIGHT / max(height, 1))
    page.render(scale=scale).to_pil().save(picture, "PNG", optimize=True)
    page.close()


@contextmanager
def _bounded() -> Iterator[None]:
    """The soft bounds count for this job alone and are given back after it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + SECONDS
    before = {kind: resource.getrlimit(kind) for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS)}
    _lower(resource.RLIMIT_CPU, seconds)
    _lower(resource.RLIMIT_AS, MEMORY)
    try:
        yield
    finally:
        for kind, bounds in before.items():
            resource.setrlimit(kind, bounds)


def _lower(kind: int, bound: int) -> None:
    _, hard = resource.getrlimit(kind)
    soft = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
    resource.setrlimit(kind, (soft, hard))


_LOCKS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
_BROKEN = Sentence(
    "Filen går inte att läsa som PDF. Öppna den i ett annat program och spara den på nytt."
)
_LOCKED = Sentence(
    "Filen är låst med lösenord eller skydd. Spara den utan skydd och lägg till den igen."
)
_EMPTY = Sentence("Filen har inga sidor.")
