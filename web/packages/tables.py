"""One table as it stands in its file: header and rows of trimmed cells."""

from dataclasses import dataclass, field

from web.packages.columns import Layout
from web.packages.findings import Report
from web.packages.words import Language


@dataclass(frozen=True)
class Row:
    """`line` is where the row begins.  Without `is_whole` the columns cannot be told apart."""

    line: int
    cells: tuple[str, ...]
    is_whole: bool = True


@dataclass
class Table:
    """`places` tells in which position a column stands; `is_usable` is false for a refused file."""

    layout: Layout
    report: Report
    header: tuple[str, ...] = ()
    places: dict[str, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    is_usable: bool = True
    _strays: list[frozenset[str]] = field(default_factory=list)

    @property
    def file(self) -> str:
        return self.report.file

    @property
    def whole_rows(self) -> list[Row]:
        return [row for row in self.rows if row.is_whole]

    @property
    def language(self) -> Language:
        """In which language to suggest words: that of most headings, else of the file's name."""
        swedish = sum(map(self.layout.is_swedish, self.header))
        if self.places:
            return "sv" if 2 * swedish >= len(self.places) else "en"
        return "en" if self.file.casefold().startswith(self.layout.name) else "sv"

    def heading(self, column: str) -> str:
        """The column's name as written in the file."""
        if column in self.places:
            return self.header[self.places[column]]
        return self.layout.heading(column, self.language)

    def text(self, row: Row, column: str) -> str:
        """The cell; empty where the column is left out."""
        place = self.places.get(column)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    def strays(self, *texts: str) -> bool:
        """Whether all these words stand in a row whose cells could not be told apart.

        Then they may well be there, and it is not worth a complaint elsewhere that they are not.
        """
        return any(stray.issuperset(texts) for stray in self._strays)

    def add(self, row: Row) -> None:
        self.rows.append(row)
        if not row.is_whole:
            self._strays.append(frozenset(row.cells))
