"""A small package of our own: a council of 21 with two votes.  Tests change one cell and look."""

import csv
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from web.packages.columns import LAYOUTS
from web.packages.desk import Reading
from web.packages.read import read
from web.packages.schema import Package

SEATS = 21
NAMES = (
    "Alva Berg", "Bengt Dahl", "Cilla Ek", "David Falk", "Ebba Gran", "Filip Holm", "Greta Is",
    "Hugo Jern", "Inga Kvist", "Johan Lind", "Karin Malm", "Lars Nord", "Maja Orre", "Nils Palm",
    "Olga Quist", "Per Ros", "Rut Sand", "Sven Torp", "Tora Ulv", "Ulf Vik", "Vera Åberg",
)  # fmt: skip
LEFT, RIGHT = "A", "B"  # seats 1–11 and 12–21
TABLES = tuple(layout.name for layout in LAYOUTS)


def party_of(seat: int) -> str:
    return LEFT if seat <= 11 else RIGHT


def _members() -> list[list[str]]:
    rows = [["name", "party", "seat", "role", "order"]]
    for seat, name in enumerate(NAMES, start=1):
        rows.append([name, party_of(seat), str(seat), "chair" if seat == 1 else "member", ""])
    rows += [
        ["Wilma Äng", LEFT, "", "substitute", "1"],
        ["Yngve Öst", LEFT, "", "substitute", "2"],
        ["Zara Alm", RIGHT, "", "substitute", "1"],
        ["Östen Bly", "", "", "clerk", ""],
    ]
    return rows


def _votes() -> list[list[str]]:
    rows = [["item", "question", "seat", "choice", "name"]]
    for item in ("2", "3"):
        for seat, name in enumerate(NAMES, start=1):
            rows.append([item, "1", str(seat), "yes" if party_of(seat) == LEFT else "no", name])
    return rows


def _attendance() -> list[list[str]]:
    rows = [["seat", "name", "party", "arrived", "left", "mode", "for", "basis"]]
    rows += [
        [str(seat), name, party_of(seat), "", "", "hall", "", "list"]
        for seat, name in enumerate(NAMES, start=1)
    ]
    return rows


def _questions() -> list[list[str]]:
    return [
        ["item", "question", "kind", "yes means", "no means", "majority", "time",
         "yes", "no", "abstain", "absent", "casting vote", "list"],
        ["2", "1", "main", "bifall", "avslag", "", "18:30", "11", "10", "0", "0", "", ""],
        ["3", "1", "refer back", "avgörs i dag", "återremiss", "one third", "19:00",
         "11", "10", "0", "0", "", ""],
    ]  # fmt: skip


@dataclass
class Draft:
    """The tables as rows of text, header first; line 1 is the header as in the files."""

    tables: dict[str, list[list[str]]] = field(
        default_factory=lambda: deepcopy(
            {
                "meeting": [
                    ["key", "value"],
                    ["council", "Exempels kommunfullmäktige"],
                    ["date", "2026-10-05"],
                    ["seats", str(SEATS)],
                    ["opened", "18:00"],
                    ["closed", "21:00"],
                ],
                "members": _members(),
                "agenda": [
                    ["number", "title", "kind", "proposer", "paragraph", "case"],
                    ["1", "Upprop", "formality", "", "11", ""],
                    ["2", "Taxa för vatten", "decision", "kommunstyrelsen", "12", "KS 1"],
                    ["", "Ordningsfråga", "formality", "", "", ""],
                    ["3", "Motion om parken", "motion", "Vera Åberg (B)", "13", "KS 2"],
                ],
                "questions": _questions(),
                "votes": _votes(),
                "attendance": _attendance(),
                "speeches": [
                    ["item", "order", "speaker", "party", "kind", "seconds", "start"],
                    ["2", "1", "Alva Berg", LEFT, "speech", "120", "18:05"],
                    ["2", "2", "Vera Åberg", RIGHT, "reply", "60", ""],
                ],
            }
        )
    )

    def put(self, table: str, line: int, column: str, text: str) -> "Draft":
        """Writes in one cell; a column that is not there yet is added."""
        rows = self.tables[table]
        if column not in rows[0]:
            for row in rows:
                row.append("")
            rows[0][-1] = column
        rows[line - 1][rows[0].index(column)] = text
        return self

    def add(self, table: str, *cells: str) -> "Draft":
        self.tables[table].append(list(cells))
        return self

    def drop_column(self, table: str, column: str) -> "Draft":
        place = self.tables[table][0].index(column)
        for row in self.tables[table]:
            del row[place]
        return self

    def drop_line(self, table: str, line: int) -> "Draft":
        del self.tables[table][line - 1]
        return self

    def without(self, *tables: str) -> "Draft":
        for table in tables:
            del self.tables[table]
        return self

    def line_of(self, table: str, *start: str) -> int:
        """The line of the row that begins with these cells."""
        return next(
            line
            for line, row in enumerate(self.tables[table], start=1)
            if row[: len(start)] == list(start)
        )

    def files(self, *, delimiter: str = ",", line_end: str = "\n") -> dict[str, bytes]:
        return {
            f"{table}.csv": csv_of(rows, delimiter, line_end).encode()
            for table, rows in self.tables.items()
        }

    def folder(self, path: Path) -> Path:
        path.mkdir()
        for name, data in self.files().items():
            (path / name).write_bytes(data)
        return path

    def workbook(self) -> bytes:
        book = Workbook()
        book.remove(book.worksheets[0])
        for table, rows in self.tables.items():
            sheet = book.create_sheet(table)
            for row in rows:
                sheet.append([cell or None for cell in row])
        return saved(book)

    def read(self) -> Reading[Package]:
        return read(self.files())


def csv_of(rows: list[list[str]], delimiter: str = ",", line_end: str = "\n") -> str:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return text.getvalue()


def zip_of(files: dict[str, bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def saved(book: Workbook) -> bytes:
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def package_of(reading: Reading[Package]) -> Package:
    """The values of a package that must be without errors."""
    assert reading.errors == ()
    assert reading.package is not None
    return reading.package


def errors(reading: Reading[Package]) -> list[tuple[str, int, str, str, str]]:
    return [(one.file, one.line, one.column, one.code, one.value) for one in reading.errors]


def warnings(reading: Reading[Package]) -> list[tuple[str, int, str, str, str]]:
    return [(one.file, one.line, one.column, one.code, one.value) for one in reading.warnings]
