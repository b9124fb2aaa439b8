"""The tables of one package laid side by side, and all that is found in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from core.words import Sentence
from web.packages.columns import Layout
from web.packages.findings import Finding, Report
from web.packages.limits import NotAPackageError
from web.packages.preview import Preview, preview_of
from web.packages.scan import table_from
from web.packages.sources import Source, Upload
from web.packages.tables import Table

Content = TypeVar("Content")
TOGETHER = {"questions": "votes", "votes": "questions"}
_NO_FILE = Sentence("Filen ”{file}” ({table}) saknas. Lägg till den i paketet.")
_NO_SHEET = Sentence("Bladet ”{file}” ({table}) saknas. Lägg till den i paketet.")


@dataclass(frozen=True)
class Reading(Generic[Content]):
    """`package` is None if there is any error.  Findings stand in file order and row order."""

    package: Content | None
    findings: tuple[Finding, ...]
    tables: tuple[Preview, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.is_error)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Warnings and notices: they do not stop an import."""
        return tuple(finding for finding in self.findings if not finding.is_error)


def unopened(where: Path | Upload, fault: NotAPackageError) -> Reading[Content]:
    """A package that could not even be opened: one finding about the file as such."""
    file = where.name if isinstance(where, Path) else next(iter(where), "")
    return Reading(None, (Finding(file, 1, "", "not_a_package", "", fault.words),))


@dataclass
class Desk:
    """The tables that are asked for, in file order."""

    source: Source
    layouts: tuple[Layout, ...]
    tables: dict[str, Table] = field(init=False)
    _findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        found = self.source.tables
        wanted = [layout.name for layout in self.layouts if layout.name in found]
        self.tables = {name: table_from(found[name]) for name in wanted}
        self._mention_doubled()

    def demand(self, required: Iterable[str]) -> None:
        """Reports the files that must be there, also the one of a pair that go together."""
        for layout in self.layouts:
            is_needed = layout.name in required or TOGETHER.get(layout.name) in self.tables
            if is_needed and layout.name not in self.tables:
                self._missing(layout)

    def mention_unknown(self) -> None:
        """Only what looks like a table: other files may well lie in the same folder."""
        for name in self.source.unknown:
            if self.source.is_workbook or name.casefold().endswith(".csv"):
                report = Report(name)
                report.notice(
                    1,
                    "",
                    "unknown_file",
                    name,
                    Sentence(
                        "”{name}” hör inte till någon tabell i ett möte och läses inte.", name=name
                    ),
                )
                self._findings += report.findings

    def usable(self, name: str) -> Table | None:
        """The table, unless it is not there or was refused as a whole."""
        table = self.tables.get(name)
        return table if table and table.is_usable else None

    @property
    def has_errors(self) -> bool:
        return any(finding.is_error for finding in self._all())

    def reading(self, content: Content | None) -> Reading[Content]:
        previews = [preview_of(table, table.report.findings) for table in self.tables.values()]
        kept = None if self.has_errors else content
        return Reading(kept, tuple(self._all()), tuple(previews))

    def _all(self) -> Iterator[Finding]:
        """What is said of files as such comes first."""
        yield from self._findings
        for table in self.tables.values():
            yield from sorted(table.report.findings, key=lambda one: _place(table, one))

    def _mention_doubled(self) -> None:
        for found in self.source.doubled:
            if found.layout.name in self.tables:
                report, other = Report(found.file), self.tables[found.layout.name].file
                report.error(
                    1,
                    "",
                    "repeated_file",
                    found.file,
                    Sentence(
                        "”{one}” och ”{other}” är samma tabell. Ta bort den ena.",
                        one=found.file,
                        other=other,
                    ),
                )
                self._findings += report.findings

    def _missing(self, layout: Layout) -> None:
        ending = "" if self.source.is_workbook else ".csv"
        report = Report(layout.called("sv" if self._is_swedish else "en") + ending)
        words = _NO_SHEET if self.source.is_workbook else _NO_FILE
        words = Sentence(words, file=report.file, table=layout.swedish)
        report.error(1, "", "file_missing", "", words)
        self._findings += report.findings

    @property
    def _is_swedish(self) -> bool:
        """Whether most files have Swedish names; an empty package counts as Swedish."""
        names = [(table.file.casefold(), table.layout.name) for table in self.tables.values()]
        return 2 * sum(not file.startswith(english) for file, english in names) >= len(names)


def _place(table: Table, finding: Finding) -> tuple[int, int]:
    in_header = finding.column in table.header
    return finding.line, table.header.index(finding.column) if in_header else -1
