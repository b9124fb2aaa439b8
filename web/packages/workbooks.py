"""An Excel workbook into sheets of text cells, as if each had been saved as text.

Typed numbers, dates and times become what the format asks for: 12, 2026-09-14, 18:40.
"""

import warnings
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import cast

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from core.words import Sentence
from web.packages.archives import unpacked
from web.packages.limits import CELLS, NotAPackageError, TooLargeError

Rows = list[tuple[int, list[str]]]
EPOCH = "1899-12-30"
DOCTYPES = tuple(
    "<!DOCTYPE".encode(encoding)
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp037")
)
UNREADABLE = Sentence(
    "Arbetsboken går inte att läsa. Spara den på nytt som ”Excel-arbetsbok (.xlsx)” utan lösenord."
)


def sheets(data: bytes) -> Mapping[str, Rows]:
    """Sheet name → rows with their row numbers.  Formulas count as the values last computed."""
    for content in unpacked(data).values():
        _refuse_entities(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validation, which are not read
            book = load_workbook(BytesIO(data), read_only=True, data_only=True)
            for sheet in cast("list[ReadOnlyWorksheet]", book.worksheets):
                sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
            return {sheet.title: list(_rows(sheet)) for sheet in book.worksheets}
    except TooLargeError:
        raise
    except Exception as fault:  # a broken workbook can fail anywhere in the reader
        raise NotAPackageError(UNREADABLE) from fault


def text_of(value: object) -> str:
    """One cell's value as it would stand in a text file."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | time | timedelta):
        return _when(value)
    return str(value)


def _refuse_entities(content: bytes) -> None:
    """A document type has no honest use in a workbook, only swelling entities."""
    if any(doctype in content for doctype in DOCTYPES):
        raise NotAPackageError(UNREADABLE)


def _rows(sheet: Worksheet) -> Iterator[tuple[int, list[str]]]:
    cells = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells += 1 + len(values)  # rows left out come as empty ones
        if cells > CELLS:
            raise TooLargeError
        row = [text_of(value) for value in values]
        if any(row):
            yield number, row


def _when(value: date | time | timedelta) -> str:
    """A date, a time of day, or both; a time may be stored as the first day of the calendar."""
    if isinstance(value, timedelta):
        return _clock(value)
    if isinstance(value, time):
        return _clock(_since_midnight(value))
    day = value.isoformat()[:10]
    clock = _since_midnight(value) if isinstance(value, datetime) else timedelta()
    if day == EPOCH:
        return _clock(clock)
    return f"{day} {_clock(clock)}" if clock else day


def _since_midnight(value: datetime | time) -> timedelta:
    return timedelta(
        hours=value.hour,
        minutes=value.minute,
        seconds=value.second,
        microseconds=value.microsecond,
    )


def _clock(length: timedelta) -> str:
    """HH:MM, or HH:MM:SS where seconds are given; Excel's fractions are rounded to a second."""
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    clock = f"{hours:02}:{minutes:02}"
    return f"{clock}:{seconds:02}" if seconds else clock
