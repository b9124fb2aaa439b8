"""Archives that would harm: nothing is unpacked to disk, nothing larger than a meeting is read."""

import io
import zipfile

import pytest

from tests.web.packages.builder import Draft, package_of, zip_of
from web.packages.desk import Reading
from web.packages.limits import BYTES
from web.packages.read import read
from web.packages.schema import Package


def _read(data: bytes) -> Reading[Package]:
    return read({"mötet.zip": data})


def _refusal(data: bytes) -> str:
    (finding,) = _read(data).findings
    assert (finding.file, finding.code) == ("mötet.zip", "not_a_package")
    return finding.message


def test_a_zip_bomb_is_refused_by_its_stated_size() -> None:
    bomb = zip_of(Draft().files() | {"bomb.bin": b"\0" * (BYTES + 1)})
    assert len(bomb) < BYTES // 100
    assert _refusal(bomb) == "Zipfilen är större än 50 MB uppackad. Packa bara mötets tabeller."


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    honest = zip_of({"members.csv": b"\0" * (2 * BYTES)})
    real, stated = (size.to_bytes(4, "little") for size in (2 * BYTES, 1_000))
    assert _refusal(honest.replace(real, stated)).startswith("Zipfilen går inte att öppna")


def test_a_zip_with_thousands_of_files_is_refused() -> None:
    many = zip_of({f"{number}.txt": b"" for number in range(1_001)})
    assert _refusal(many).startswith("Zipfilen innehåller fler än 1000 filer")


@pytest.mark.parametrize(
    "name", ["../members.csv", "/etc/members.csv", "a/../../b.csv", "C:/b.csv", "..\\b.csv"]
)
def test_a_path_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    tricked = zip_of(Draft().files() | {name: b"x"})
    assert _refusal(tricked).startswith("Zipfilen innehåller en otillåten sökväg")


def test_a_link_in_the_archive_is_refused() -> None:
    link = zipfile.ZipInfo("members.csv")
    link.external_attr = 0o120777 << 16
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert _refusal(data.getvalue()).startswith("Zipfilen innehåller en otillåten sökväg")


def test_a_zip_with_a_password_is_refused() -> None:
    locked = bytearray(zip_of({"members.csv": b"x"}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + flags] |= 1
    assert "lösenord" in _refusal(bytes(locked))


@pytest.mark.parametrize("cut", [10, 500, -30])
def test_a_zip_that_is_cut_off_is_refused(cut: int) -> None:
    assert _refusal(zip_of(Draft().files())[:cut]).startswith("Zipfilen går inte att öppna")


def test_files_that_are_together_too_large_are_refused() -> None:
    half = b"x" * (BYTES // 2 + 1)
    (finding,) = read({"members.csv": half, "votes.csv": half}).findings
    assert finding.code == "not_a_package"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_file_of_another_kind_is_refused(data: bytes) -> None:
    (finding,) = read({"mötet.xls": data}).findings
    assert finding.code == "not_a_package"


def test_what_a_mac_adds_to_a_zip_is_passed_over() -> None:
    files = Draft().files()
    junk = {"__MACOSX/möte/._members.csv": b"\xff", "möte/.DS_Store": b"\xff"}
    archive = zip_of({f"möte/{name}": data for name, data in files.items()} | junk)
    assert package_of(_read(archive)) == package_of(Draft().read())
    assert _read(archive).warnings == ()
