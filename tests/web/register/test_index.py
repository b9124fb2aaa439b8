"""The list of what is in the parcel: opened by Excel, read by the register's own system."""

import csv
import hashlib
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from web.register.index import HEADER, as_csv, as_json
from web.register.pieces import BEHIND_DOORS, GONE, Direction, Piece, text_piece

DAY = date(2026, 12, 14)
MOTION = replace(
    text_piece(Direction.RECEIVED, DAY, "Motion", "Fria bussar", "Väckt av Bo Bok (V)."),
    number=7,
    sender="Bo Bok (V)",
    item=4,
    paragraph=27,
    case_number="KS 2026/100",
)


def rows(*pieces: Piece) -> list[list[str]]:
    page = as_csv(pieces).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(page), delimiter=";"))


def test_each_document_is_one_row_that_excel_opens() -> None:
    assert as_csv([MOTION]).startswith(b"\xef\xbb\xbfNummer;In/ut;Datum;")
    content = "Fria bussar\n\nVäckt av Bo Bok (V).\n".encode()
    assert rows(MOTION) == [
        list(HEADER),
        [
            "7",
            "Inkommen",
            "2026-12-14",
            "Motion",
            "Fria bussar",
            "Bo Bok (V)",
            "Ärende 4, § 27",
            "KS 2026/100",
            "007 Motion – Fria bussar.txt",
            hashlib.sha256(content).hexdigest(),
            "",
        ],
    ]


def test_a_title_is_never_taken_for_a_formula() -> None:
    for title in ("=1+1", "+46 8", "-", "@SUM(A1)"):
        assert rows(replace(MOTION, title=title))[1][4] == f"'{title}"


def test_what_is_behind_closed_doors_is_marked_in_both() -> None:
    doors = replace(MOTION, behind_doors=True, remarks=("Borttagen.",))
    assert rows(doors)[1][-1] == f"{BEHIND_DOORS} Borttagen."
    told = json.loads(as_json({"id": 1}, "2026-12-14T17:00:00", [MOTION, doors]))
    assert [one["closed_doors"] for one in told["documents"]] == [False, True]
    assert [one["direction"] for one in told["documents"]] == ["received"] * 2
    assert (told["format"], told["meeting"]) == ("klubba-register-1", {"id": 1})


def test_a_file_that_is_gone_has_its_row_and_no_name(tmp_path: Path) -> None:
    lost = replace(MOTION, content=tmp_path / "borta.pdf", ending="pdf", sha256="ab")
    assert rows(lost)[1][-3:] == ["", "ab", GONE]


def test_a_name_fits_every_file_system() -> None:
    odd = replace(MOTION, title='Vem får "bygga"? C:\\..\\kap/1 <b>\n' + "lång " * 40)
    assert odd.filename.startswith("007 Motion – Vem får bygga C .. kap 1 b lång lång")
    assert len(odd.filename) <= 88
    assert not set(odd.filename) & set('\\/:*?"<>|\n')
