"""Rows of an agenda, the items of kommunallagen 5 kap. 13 §, copied from a spreadsheet.

Columns come apart by tabs; a first row of headings says which is which, else they stand in the
order of `COLUMNS`.  Every fault is told, by row, and nothing is taken if there is one.
"""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from agenda.rules.kinds import ItemKind
from agenda.rules.wording import Wording, faults
from core.words import Sentence

MOST_ROWS = 300
COLUMNS = {
    "number": "nr",
    "title": "ärende",
    "kind": "typ",
    "proposer": "förslagsställare",
    "case_number": "diarienummer",
    "minutes_planned": "minuter",
    "draft": "förslag till beslut",
    "prepared_by": "beredning",
}
_OTHER_HEADINGS = {
    "nummer": "number",
    "rubrik": "title",
    "titel": "title",
    "tid": "minutes_planned",
}
_OTHER_KINDS = {
    "beslut": ItemKind.DECISION,
    "anmälningar": ItemKind.NOTICE,
    "anmälningsärenden": ItemKind.NOTICE,
}


@dataclass(frozen=True)
class Fault:
    """`row` counts from 1 as pasted, `column` is a field of `Wording`."""

    row: int
    column: str
    words: Sentence


@dataclass(frozen=True)
class Row:
    """`cells` as they were pasted, by column; `wording` if they can be understood."""

    number: int
    cells: Mapping[str, str]
    wording: Wording | None
    faults: tuple[Fault, ...]

    def fault(self, column: str) -> Sentence | None:
        return next((fault.words for fault in self.faults if fault.column == column), None)


@dataclass(frozen=True)
class Pasted:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]

    @property
    def wordings(self) -> tuple[Wording, ...]:
        return tuple(row.wording for row in self.rows if row.wording)


def read_rows(text: str) -> Pasted:
    """Empty rows are passed over.  KL 5:13: every item has a title."""
    try:
        lines = [(place, cells) for place, cells in _split(text) if any(cells)]
    except csv.Error:
        return _refused(Sentence("Raderna går inte att läsa. Kopiera dem på nytt ur kalkylbladet."))
    if not lines:
        return _refused(Sentence("Klistra in minst en rad."))
    if len(lines) > MOST_ROWS:
        return _refused(Sentence("Klistra in högst {most} rader åt gången.", most=MOST_ROWS))
    columns = _headings(lines[0][1])
    if columns:
        lines = lines[1:]
    columns = columns or tuple(COLUMNS)[_first_column(lines) :]
    rows = tuple(_row(place, columns, cells) for place, cells in lines)
    return Pasted(columns, rows, tuple(fault for row in rows for fault in row.faults))


def _refused(words: Sentence) -> Pasted:
    return Pasted((), (), (Fault(0, "rows", words),))


def _split(text: str) -> Iterable[tuple[int, list[str]]]:
    """A cell with a line break or a tab in it comes in quotation marks."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(composed), delimiter="\t")
    for place, cells in enumerate(reader, start=1):
        yield place, [" ".join(cell.split()) for cell in cells]


def _headings(cells: list[str]) -> tuple[str, ...]:
    """Which columns a first row names; nothing if it is an item like the others."""
    known = {swedish: column for column, swedish in COLUMNS.items()} | _OTHER_HEADINGS
    named = [known.get(cell.casefold(), "") for cell in cells]
    return tuple(named) if "title" in named else ()


def _first_column(lines: list[tuple[int, list[str]]]) -> int:
    """Without headings: do the rows begin with a number, or with the title?"""
    begins_with_number = all(not cells[0] or cells[0].isdigit() for _, cells in lines)
    return 0 if begins_with_number and any(len(cells) > 1 for _, cells in lines) else 1


def _row(place: int, columns: tuple[str, ...], cells: list[str]) -> Row:
    named = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
    found = [Fault(place, "title", Sentence("Raden har fler celler än kolumner."))] * (
        len([cell for cell in cells[len(columns) :] if cell]) > 0
    )
    told: dict[str, Any] = {"title": ""}
    for column, cell in named.items():
        try:
            told[column] = _READ.get(column, _words)(cell)
        except ValueError as error:
            found.append(Fault(place, column, error.args[0]))
    told["numbered"] = bool(told.pop("number", True))  # the agenda counts by itself
    wording = Wording(**told)
    found += [Fault(place, column, words) for column, words in faults(wording).items()]
    return Row(place, named, None if found else wording, tuple(found))


def _words(cell: str) -> str | None:
    return cell or None


def _number(cell: str) -> int | None:
    digits = cell.rstrip(".")
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit() and len(digits) < 6):  # noqa: PLR2004
        raise ValueError(Sentence("”{cell}” är inget heltal.", cell=cell))
    return int(digits)


def _kind(cell: str) -> ItemKind:
    known = {kind.label: kind for kind in ItemKind} | _OTHER_KINDS
    if not cell:
        return ItemKind.DECISION
    if cell.casefold() in known:
        return known[cell.casefold()]
    near = get_close_matches(cell.casefold(), known, n=1)
    if near:
        raise ValueError(
            Sentence("Typen ”{cell}” finns inte. Menade du ”{near}”?", cell=cell, near=near[0])
        )
    raise ValueError(
        Sentence(
            "Typen ”{cell}” finns inte. Skriv något av: {kinds}.",
            cell=cell,
            kinds=", ".join(known),
        )
    )


_READ: Mapping[str, Callable[[str], Any]] = {
    "title": lambda cell: cell,
    "number": _number,
    "kind": _kind,
    "minutes_planned": _number,
}
