"""The seal on an approved PDF, with a certificate made here."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from core.log import first_broken
from tests.meetings.minutes.facts import evening, sealed
from tests.seals import OWNER, PASSPHRASE, seal_in
from web.checks import problems
from web.config import Config
from web.gateways.minutes import Block, Paper, pdf
from web.gateways.minutes.record import read_record, record
from web.gateways.seal import Seal, of, owner, put_on


def apart(function: Callable[..., Any], *args: Any) -> Any:
    """In a thread of its own, as the worker does it: a browser may have its loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(function, *args).result()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drawer")


@pytest.fixture(scope="module")
def seal(desk: Path) -> Seal:
    return seal_in(desk)


@pytest.fixture(scope="module")
def content(seal: Seal) -> bytes:
    blocks = (Block("heading", "Protokoll", level=1), Block("paragraph", "Fullmäktige beslutar."))
    paper = Paper("Protokoll", "2026-12-14", blocks, record(1, sealed(evening())))
    made = apart(put_on, pdf.make(paper).content, seal, "Justerat 2026-12-18")
    assert made.certificate == OWNER
    return made.content


def test_the_signature_is_valid_and_covers_the_whole_file(content: bytes, desk: Path) -> None:
    trusted = list(load_certs_from_pemder_data((desk / "seal.der").read_bytes()))
    [signature] = PdfFileReader(io.BytesIO(content)).embedded_signatures
    status = apart(
        validate_pdf_signature,
        signature,
        ValidationContext(trust_roots=trusted, allow_fetching=False),
    )
    assert (status.bottom_line, status.coverage.name) == (True, "ENTIRE_FILE")
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.sig_object["/Reason"] == "Justerat 2026-12-18"


def test_one_changed_byte_is_found(content: bytes, desk: Path) -> None:
    trusted = list(load_certs_from_pemder_data((desk / "seal.der").read_bytes()))
    changed = bytearray(content)
    changed[changed.index(b"/Title") + 10] ^= 1
    [signature] = PdfFileReader(io.BytesIO(bytes(changed))).embedded_signatures
    status = apart(
        validate_pdf_signature,
        signature,
        ValidationContext(trust_roots=trusted, allow_fetching=False),
    )
    assert (status.intact, status.bottom_line) == (False, False)


def test_it_is_still_for_the_archive_and_for_readers(content: bytes) -> None:
    root = PdfReader(io.BytesIO(content)).trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert root["/MarkInfo"]["/Marked"].value is True


def test_the_seal_has_no_picture_lies_outside_the_page_and_is_printed(content: bytes) -> None:
    """PDF/A-3 forbids it to be hidden; PDF/UA lets what lies outside the page be untagged."""
    [field] = PdfReader(io.BytesIO(content)).trailer["/Root"]["/AcroForm"]["/Fields"]
    mark = field.get_object()
    left, bottom, right, top = (float(side) for side in mark["/Rect"])
    assert (right - left, top - bottom) == (0, 0)
    assert left < 0
    assert mark["/F"] & 4 == 4  # print
    assert mark["/F"] & 3 == 0  # neither invisible nor hidden


def test_the_record_still_lies_in_it_and_its_chain_is_whole(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "minutes.pdf").write_bytes(content)
    entries = read_record(tmp_path / "minutes.pdf")
    assert first_broken(entries) is None
    assert len(entries) == len(evening())


def test_without_a_certificate_there_is_no_seal() -> None:
    assert of(None, None) is None


def test_a_certificate_that_cannot_be_opened_is_told_before_the_meeting(
    desk: Path, seal: Seal, tmp_path: Path
) -> None:
    def said(passphrase: Path | None) -> list[str]:
        given = str(passphrase) if passphrase else None
        config = Config(data=tmp_path, seal=str(seal.path), seal_passphrase_file=given)
        return [line for line in problems(config) if "KLUBBA_SEAL" in line]

    wrong = tmp_path / "wrong"
    wrong.write_bytes(b"vinter i parken")
    told = "Certifikatet i KLUBBA_SEAL går inte att öppna. Kontrollera filen och lösenordet."
    assert said(desk / "passphrase") == []
    assert said(wrong) == said(tmp_path / "nothing") == [told]
    assert PASSPHRASE.decode() not in told


def test_the_seal_says_nothing_of_its_passphrase(seal: Seal) -> None:
    assert owner(seal) == OWNER
    assert PASSPHRASE.decode() not in repr(seal)
