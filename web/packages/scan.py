"""Reads one file or sheet into a table, to the end, and reports what is wrong with it as such."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from core.words import Sentence
from web.packages import separated
from web.packages.findings import Report
from web.packages.limits import CELL, CELLS, shown
from web.packages.sources import Found
from web.packages.tables import Row, Table

Rows = Iterable[tuple[int, list[str]]]


def table_from(found: Found) -> Table:
    """Reads to the end and reports all that is wrong with the table as such."""
    table = Table(found.layout, Report(found.file))
    if isinstance(found.content, bytes):
        _read_text(table, found.content)
    else:
        _fill(table, found.content, is_sheet=True)
    return table


def _read_text(table: Table, data: bytes) -> None:
    try:
        text = separated.decoded(data)
        _fill(table, separated.rows(text, separated.delimiter_of(text)), is_sheet=False)
    except separated.NotTextError as fault:
        _refuse(table, fault.line, "not_utf8", fault.byte, _not_utf8(fault))
    except separated.BrokenQuotesError as fault:
        message = _UNCLOSED if fault.is_open else _TRAILING
        _refuse(table, fault.line, "broken_quotes", '"', message)


def _fill(table: Table, rows: Rows, *, is_sheet: bool) -> None:
    cells = 0
    for line, raw in rows:
        row = [_clean(cell) for cell in raw]
        cells += len(row)
        if cells > CELLS:
            _refuse(table, line, "too_large", "", _TOO_MANY)
            return
        if line == 1:
            _read_header(table, row, is_sheet=is_sheet)
        elif any(row):
            _add_row(table, line, _fitted(row, len(table.header)) if is_sheet else row)
    _check_header(table)


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.replace("\0", "")).strip()


def _read_header(table: Table, row: list[str], *, is_sheet: bool) -> None:
    table.header = tuple(_without_empty_end(row) if is_sheet else row)
    for place, heading in enumerate(table.header):
        column = table.layout.column(heading)
        if column is not None:
            table.places.setdefault(column, place)


def _fitted(row: list[str], width: int) -> list[str]:
    """A sheet has no row ends: cells to the right that are empty are no cells."""
    kept = _without_empty_end(row)
    return kept + [""] * (width - len(kept))


def _without_empty_end(row: list[str]) -> list[str]:
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return row[:end]


def _add_row(table: Table, line: int, cells: list[str]) -> None:
    is_whole = len(cells) == len(table.header)
    table.add(Row(line, tuple(cells), is_whole))
    if not is_whole and table.places:
        table.report.error(
            line,
            "",
            "wrong_number_of_cells",
            str(len(cells)),
            Sentence(
                "Raden har {cells} celler men rubrikraden har {headings}. "
                "Rätta raden; text som innehåller skiljetecknet ska stå inom citattecken.",
                cells=len(cells),
                headings=len(table.header),
            ),
        )
    for heading, cell in zip(table.header, cells, strict=False):
        if len(cell) > CELL:
            table.report.error(
                line,
                heading,
                "too_long",
                shown(cell),
                Sentence(
                    "Cellen har {length} tecken; högst {most} får plats. Korta texten.",
                    length=len(cell),
                    most=CELL,
                ),
            )


def _check_header(table: Table) -> None:
    for column in table.layout.needed:
        if column not in table.places:
            heading, other = table.heading(column), _other_name(table, column)
            _refuse(
                table,
                1,
                "column_missing",
                "",
                Sentence(
                    "Kolumnen ”{heading}” ({other}) saknas i rubrikraden. Lägg till den.",
                    heading=heading,
                    other=other,
                ),
                column=heading,
            )
    _mention_unread(table)


def _other_name(table: Table, column: str) -> str:
    return table.layout.heading(column, "en" if table.language == "sv" else "sv")


def _mention_unread(table: Table) -> None:
    seen: Counter[str] = Counter()
    for heading in table.header:
        column = table.layout.column(heading)
        if column is None:
            table.report.notice(
                1,
                heading,
                "unknown_column",
                heading,
                Sentence("Kolumnen ”{heading}” är okänd och läses inte.", heading=heading)
                if heading
                else Sentence("En kolumn saknar rubrik och läses inte."),
            )
            continue
        seen[column] += 1
        if seen[column] > 1:
            table.report.warning(
                1,
                heading,
                "repeated_column",
                heading,
                Sentence(
                    "Kolumnen ”{heading}” finns redan; bara den första läses. Ta bort den ena.",
                    heading=heading,
                ),
            )


def _refuse(
    table: Table, line: int, code: str, value: str, message: Sentence, *, column: str = ""
) -> None:
    table.is_usable = False
    table.report.error(line, column, code, value, message)


def _not_utf8(fault: separated.NotTextError) -> Sentence:
    return Sentence(
        "Filen är inte sparad som UTF-8: rad {line} innehåller byten {byte}. "
        "Spara den på nytt som ”CSV UTF-8”.",
        line=fault.line,
        byte=fault.byte,
    )


_UNCLOSED = Sentence(
    "Ett citattecken i raden stängs aldrig. Lägg till det som saknas, "
    "eller skriv två citattecken för ett som hör till texten."
)
_TRAILING = Sentence(
    "Efter ett stängt citattecken i raden följer mer text. "
    "Skriv två citattecken för ett som hör till texten."
)
_TOO_MANY = Sentence(
    "Tabellen har fler än {most} celler. Dela upp den eller ta bort det som inte hör hit.",
    most=CELLS,
)
