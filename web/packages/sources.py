"""Where a package comes from: a folder, a .zip of it, one workbook, or files handed in by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from core.words import Sentence
from web.packages.archives import unpacked
from web.packages.columns import Layout, layout_named
from web.packages.limits import BYTES, MEGABYTE, NotAPackageError, TooLargeError
from web.packages.workbooks import Rows, sheets

Upload = Mapping[str, bytes]  # file name → content
ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
JUNK = ("__macosx", "._", ".ds_store")
_TOO_LARGE = Sentence("Filerna är tillsammans större än {most} MB.", most=BYTES // MEGABYTE)


@dataclass(frozen=True)
class Found:
    """One table's file or sheet, as bytes or as rows."""

    layout: Layout
    file: str
    content: bytes | Rows


@dataclass(frozen=True)
class Source:
    """What was handed in.  `doubled` tables were there twice, `unknown` files are no tables."""

    tables: Mapping[str, Found]
    doubled: tuple[Found, ...] = ()
    unknown: tuple[str, ...] = ()
    is_workbook: bool = False


def opened(where: Path | Upload, lone: Layout | None = None) -> Source:
    """Raises NotAPackageError with what to do about it.

    `lone` is the table that a single .csv holds, whatever it is called.
    """
    if not isinstance(where, Path):
        return _from_upload(where, lone)
    try:
        return _from_folder(where) if where.is_dir() else _from_upload(_one_file(where), lone)
    except OSError as fault:
        raise NotAPackageError(
            Sentence(
                "”{name}” går inte att läsa. Kontrollera att du har rätt att öppna filerna.",
                name=where.name,
            )
        ) from fault


def _from_folder(folder: Path) -> Source:
    files = sorted(path for path in folder.iterdir() if path.is_file())
    wanted = [path for path in files if _table_of(path.name)]
    if sum(path.stat().st_size for path in wanted) > BYTES:
        raise NotAPackageError(_TOO_LARGE)
    contents = {path.name: path.read_bytes() if path in wanted else b"" for path in files}
    return _from_files(contents)


def _one_file(path: Path) -> Upload:
    if not path.is_file():
        raise NotAPackageError(
            Sentence("Det finns ingen mapp eller fil som heter ”{name}”.", name=path.name)
        )
    if path.stat().st_size > BYTES:
        raise NotAPackageError(Sentence("Filen är större än {most} MB.", most=BYTES // MEGABYTE))
    return {path.name: path.read_bytes()}


def _from_upload(files: Upload, lone: Layout | None) -> Source:
    if sum(map(len, files.values())) > BYTES:
        raise NotAPackageError(_TOO_LARGE)
    if len(files) == 1:
        ((name, data),) = files.items()
        if lone and name.casefold().endswith(".csv") and not data.startswith((ZIP, OLD_EXCEL)):
            return _gathered([(_table_of(name) or lone, name, data)], is_workbook=False)
        if data.startswith(ZIP) or not _table_of(name):
            return _from_container(data)
    return _from_files(files)


def _from_container(data: bytes) -> Source:
    """A workbook is a zip file too: what is in it tells, not what it is called."""
    if data.startswith(OLD_EXCEL):
        raise NotAPackageError(
            Sentence(
                "Filen är en äldre eller lösenordsskyddad Excelfil. "
                "Spara den som ”Excel-arbetsbok (.xlsx)” utan lösenord."
            )
        )
    if not data.startswith(ZIP):
        raise NotAPackageError(
            Sentence(
                "Filen är varken en zipfil eller en Excelarbetsbok (.xlsx), "
                "och namnet hör inte till någon tabell. Välj mötets filer på nytt."
            )
        )
    files = unpacked(data)
    return _from_sheets(data) if "xl/workbook.xml" in files else _from_files(files)


def _from_sheets(data: bytes) -> Source:
    try:
        found = [(layout_named(name), name, rows) for name, rows in sheets(data).items()]
    except TooLargeError as fault:
        raise NotAPackageError(
            Sentence(
                "Arbetsboken har fler celler än ett möte kan ha. Ta bort tomma rader och kolumner."
            )
        ) from fault
    return _gathered(found, is_workbook=True)


def _from_files(files: Upload) -> Source:
    """File names count, not the folders they lie in: a zip often holds the folder itself."""
    named = {PurePosixPath(name.replace("\\", "/")): data for name, data in files.items()}
    found = [
        (_table_of(path.name), path.name, data)
        for path, data in named.items()
        if not any(part.casefold().startswith(JUNK) for part in path.parts)
    ]
    return _gathered(found, is_workbook=False)


def _table_of(name: str) -> Layout | None:
    stem, dot, ending = name.rpartition(".")
    return layout_named(stem) if dot and ending.casefold() == "csv" else None


def _gathered(
    found: Iterable[tuple[Layout | None, str, bytes | Rows]], *, is_workbook: bool
) -> Source:
    tables: dict[str, Found] = {}
    doubled, unknown = [], []
    for layout, name, content in sorted(found, key=lambda entry: entry[1]):
        if layout is None:
            unknown.append(name)
        elif layout.name in tables:
            doubled.append(Found(layout, name, content))
        else:
            tables[layout.name] = Found(layout, name, content)
    return Source(tables, tuple(doubled), tuple(unknown), is_workbook)
