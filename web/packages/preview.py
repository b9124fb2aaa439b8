"""The tables as they were written, each cell with what is wrong with it: what a clerk looks at."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from web.packages.findings import Finding
from web.packages.tables import Row, Table

Findings = tuple[Finding, ...]


@dataclass(frozen=True)
class PreviewCell:
    text: str
    findings: Findings = ()


@dataclass(frozen=True)
class PreviewRow:
    """`findings` belong to the row as a whole."""

    line: int
    cells: tuple[PreviewCell, ...]
    findings: Findings = ()


@dataclass(frozen=True)
class Preview:
    """`name` is the English name of the table; `findings` belong to the file or its header."""

    name: str
    file: str
    header: tuple[str, ...]
    rows: tuple[PreviewRow, ...]
    findings: Findings = ()


def preview_of(table: Table, findings: Iterable[Finding]) -> Preview:
    by_line: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_line[finding.line].append(finding)
    rows = tuple(_row(table, row, by_line.pop(row.line, [])) for row in table.rows)
    rest = tuple(finding for line in by_line.values() for finding in line)
    return Preview(table.layout.name, table.file, table.header, rows, rest)


def _row(table: Table, row: Row, findings: list[Finding]) -> PreviewRow:
    by_column: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_column[finding.column].append(finding)
    texts = zip(row.cells, [*table.header, *[""] * len(row.cells)], strict=False)
    cells = tuple(
        PreviewCell(text, tuple(by_column.pop(heading, ()) if heading else ()))
        for text, heading in texts
    )
    rest = tuple(finding for column in by_column.values() for finding in column)
    return PreviewRow(row.line, cells, rest)
