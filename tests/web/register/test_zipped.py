"""The archive is sent while it is made."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from web.register.zipped import PART, File, zipped


def opened(parts: Iterator[bytes]) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(parts)))


@given(st.dictionaries(st.from_regex(r"[a-zåäö]{1,9}", fullmatch=True), st.binary(max_size=2_000)))
def test_everything_comes_out_as_it_was_put_in(contents: dict[str, bytes]) -> None:
    archive = opened(zipped(File(name, content) for name, content in contents.items()))
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == contents


def test_a_large_document_is_never_whole_in_memory(tmp_path: Path) -> None:
    document = tmp_path / "stor.pdf"
    document.write_bytes(bytes(range(256)) * 8_192)  # 2 MB
    parts = list(zipped([File("stor.pdf", document)]))
    assert max(map(len, parts)) < 2 * PART
    assert opened(iter(parts)).read("stor.pdf") == document.read_bytes()
