"""Workbooks: typed numbers, dates and times become what the format asks for."""

from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.web.packages.builder import Draft, errors, package_of, saved, warnings, zip_of
from web.packages.read import read
from web.packages.workbooks import text_of

EXPECTED = package_of(Draft().read())


def _typed() -> Workbook:
    """Our package with real numbers, dates and times in its cells."""
    book = load_workbook(BytesIO(Draft().workbook()))
    for sheet in book.worksheets:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                cell.value = _value(cell.value)
    return book


def _value(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    if text.isdigit():
        return int(text)
    if text[2:3] == ":":
        return time.fromisoformat(text)
    return date.fromisoformat(text) if text[4:5] == "-" else text


def test_typed_numbers_dates_and_times_read_as_if_they_were_text() -> None:
    assert package_of(read({"m.xlsx": saved(_typed())})) == EXPECTED


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (12, "12"),
        (12.0, "12"),
        (12.5, "12.5"),
        (time(18, 40), "18:40"),
        (time(18, 40, 30), "18:40:30"),
        (time(18, 39, 59, 999_600), "18:40"),
        (timedelta(hours=7, minutes=5), "07:05"),
        (date(2026, 9, 14), "2026-09-14"),
        (datetime(2026, 9, 14, tzinfo=UTC), "2026-09-14"),
        (datetime(2026, 9, 14, 18, 0, tzinfo=UTC), "2026-09-14 18:00"),
        (datetime(1899, 12, 30, 18, 40, tzinfo=UTC), "18:40"),
        ("Ängö", "Ängö"),
    ],
)
def test_a_cell_is_written_as_the_format_asks(value: object, text: str) -> None:
    assert text_of(value) == text


def test_a_fault_in_a_workbook_is_named_by_sheet_and_row() -> None:
    book = _typed()
    book["members"]["C5"] = 99
    book["agenda"]["A3"] = 2.5
    assert errors(read({"m.xlsx": saved(book)})) == [
        ("members", 5, "seat", "out_of_range", "99"),
        ("agenda", 3, "number", "not_a_number", "2.5"),
        ("questions", 2, "item", "unknown_item", "2"),
        ("speeches", 2, "item", "unknown_item", "2"),
        ("speeches", 3, "item", "unknown_item", "2"),
    ]


def test_empty_cells_to_the_right_and_below_are_no_cells() -> None:
    book = _typed()
    book["members"]["Z30"] = " "
    book["agenda"]["H400"] = None
    assert package_of(read({"m.xlsx": saved(book)})) == EXPECTED


def test_text_outside_the_headings_is_one_cell_too_many() -> None:
    book = _typed()
    book["members"]["H4"] = "obs"
    assert errors(read({"m.xlsx": saved(book)})) == [
        ("members", 4, "", "wrong_number_of_cells", "8")
    ]


def test_a_sheet_that_is_no_table_is_mentioned() -> None:
    book = _typed()
    book.create_sheet("Anteckningar")
    reading = read({"m.xlsx": saved(book)})
    assert package_of(reading) == EXPECTED
    assert warnings(reading) == [("Anteckningar", 1, "", "unknown_file", "Anteckningar")]


def test_a_missing_sheet_is_called_a_sheet() -> None:
    book = _typed()
    book.remove(book["agenda"])
    finding = read({"m.xlsx": saved(book)}).errors[0]
    assert (finding.file, finding.code, finding.message) == (
        "agenda",
        "file_missing",
        "Bladet ”agenda” (dagordning) saknas. Lägg till den i paketet.",
    )


def _with_sheet(xml: bytes) -> bytes:
    """Our workbook with its first sheet written by another hand."""
    with ZipFile(BytesIO(Draft().workbook())) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return zip_of(parts | {"xl/worksheets/sheet1.xml": xml})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_swelling_entities_in_a_workbook_are_refused(encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    (finding,) = read({"m.xlsx": _with_sheet(bomb.encode(encoding))}).findings
    assert finding.code == "not_a_package"


def _sheet(*cells: str) -> bytes:
    """A sheet with one text in each of the cells named."""
    rows = "".join(
        f'<row r="{cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}">'
        f'<c r="{cell}" t="inlineStr"><is><t>x</t></is></c></row>'
        for cell in cells
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()


@pytest.mark.parametrize(
    "cells", [["A1", "A999999999"], [f"ZZZ{row}" for row in range(1, 100)]], ids=["rows", "columns"]
)
def test_a_sheet_that_claims_endless_rows_or_columns_is_refused(cells: list[str]) -> None:
    (finding,) = read({"m.xlsx": _with_sheet(_sheet(*cells))}).findings
    assert finding.message == (
        "Arbetsboken har fler celler än ett möte kan ha. Ta bort tomma rader och kolumner."
    )


def test_a_sheet_that_another_program_wrote_is_read() -> None:
    reading = read({"m.xlsx": _with_sheet(_sheet("A1", "A2"))})
    assert [(one.line, one.code) for one in reading.errors if one.file == "meeting"] == [
        (1, "column_missing"),
        (1, "column_missing"),
    ]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused_and_never_breaks_off(data: st.DataObject) -> None:
    with ZipFile(BytesIO(Draft().workbook())) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    cut = data.draw(st.integers(0, len(parts[name])))
    parts[name] = parts[name][:cut] + data.draw(st.binary(max_size=5)) + parts[name][cut + 3 :]
    reading = read({"m.xlsx": zip_of(parts)})
    assert (reading.package is None) == bool(reading.errors)
