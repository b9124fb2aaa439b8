"""The store of documents: checked on the way in, whole or not there, and nothing left behind."""

import hashlib
import io
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import BadInput
from core.workers import WorkerDied, Workers
from tests.pdfs import locked_pdf, pdf
from web.gateways.files import Files
from web.gateways.pdf_preview import HEIGHT, WIDTH, inspect


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    hired = Workers(1)
    yield hired
    hired.close()


@pytest.fixture
def files(tmp_path: Path, workers: Workers) -> Files:
    return Files(tmp_path / "documents", workers, 1_000_000)


def everything(files: Files) -> list[str]:
    return sorted(path.name for path in files.folder.rglob("*") if path.is_file())


def test_a_document_lies_under_what_is_in_it_beside_its_picture(files: Files) -> None:
    content = pdf(3)
    kept = files.keep(io.BytesIO(content))
    digest = hashlib.sha256(content).hexdigest()
    assert (kept.sha256, kept.size, kept.pages) == (digest, len(content), 3)
    assert files.path(digest).read_bytes() == content
    assert everything(files) == [f"{digest}.pdf", f"{digest}.png"]


def test_the_same_document_twice_is_one_file(files: Files) -> None:
    assert files.keep(io.BytesIO(pdf())) == files.keep(io.BytesIO(pdf()))
    assert len(everything(files)) == 2


def test_a_picture_that_is_missing_is_drawn_once(files: Files) -> None:
    kept = files.keep(io.BytesIO(pdf()))
    files.preview(kept.sha256).unlink()
    first = files.preview(kept.sha256)
    drawn = first.stat().st_mtime_ns
    assert files.preview(kept.sha256).stat().st_mtime_ns == drawn
    assert len(everything(files)) == 2


def test_a_stream_that_gives_little_at_a_time_is_read_to_its_end(files: Files) -> None:
    class Trickle(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size or 1500, 1500))

    content = pdf(9)
    assert files.keep(Trickle(content)).size == len(content)


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"%PDF-1.4", pdf()[:-400], locked_pdf()], ids=range(5)
)
def test_what_is_refused_leaves_nothing(files: Files, content: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        files.keep(io.BytesIO(content))
    assert refused.value.field == "file"
    assert everything(files) == []


def test_nothing_is_read_past_the_limit(files: Files) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1, /) -> bytes:
            Endless.given += size
            return b"%PDF-1.7".ljust(size, b"0")

    with pytest.raises(BadInput, match="högst 1 MB"):
        files.keep(Endless())  # type: ignore[arg-type]
    assert Endless.given < 2 * files.limit
    assert everything(files) == []


def test_huge_and_crooked_pages_give_a_small_picture(tmp_path: Path) -> None:
    for width in (1.0, 14_400.0):
        document, picture = tmp_path / "a.pdf", tmp_path / "a.png"
        document.write_bytes(pdf(1, width=width))
        assert inspect(str(document), str(picture)).refusal is None
        header = picture.read_bytes()
        size = [int.from_bytes(header[at : at + 4]) for at in (16, 20)]
        assert size[0] <= WIDTH
        assert size[1] <= HEIGHT


def test_a_document_that_fells_its_worker_is_refused_and_work_goes_on(tmp_path: Path) -> None:
    workers = Workers(1)
    try:
        with pytest.raises(WorkerDied):
            workers.run(_fall)
        kept = Files(tmp_path, workers, 1_000_000).keep(io.BytesIO(pdf(1)))
        assert kept.pages == 1
    finally:
        workers.close()


def _fall() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
