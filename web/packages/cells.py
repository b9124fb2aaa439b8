"""The cells of one row as values.  What cannot be read is reported where it stands.

A faulty cell gives a stand-in, so that the rest of the row is still checked; `is_faulty` then tells
that the row as such must not be used.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from core.words import Sentence
from web.packages.findings import Report
from web.packages.limits import shown
from web.packages.tables import Row, Table
from web.packages.words import Vocabulary

Word = TypeVar("Word", bound=StrEnum)
STAND_IN = -1  # no cell can hold it: numbers are digits only
DIGITS = re.compile(r"[0-9]{1,9}")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?")


@dataclass
class Cells:
    """Reads one row of a table, column by column."""

    table: Table
    row: Row
    is_faulty: bool = False

    @property
    def line(self) -> int:
        return self.row.line

    def text(self, column: str) -> str:
        return self.table.text(self.row, column)

    def needed(self, column: str) -> str:
        text = self.text(column)
        if not text:
            heading = self.table.heading(column)
            words = Sentence("Cellen under ”{heading}” är tom. Fyll i den.", heading=heading)
            self.fault(column, "empty", words)
        return text

    def number(self, column: str, *, low: int = 1, high: int | None = None) -> int:
        if not self.needed(column):
            return STAND_IN
        number = self.optional_number(column, low=low, high=high)
        return STAND_IN if number is None else number

    def optional_number(self, column: str, *, low: int = 1, high: int | None = None) -> int | None:
        text = self.text(column)
        if not text:
            return None
        number = number_in(text)
        if number is None:
            self.fault(column, *not_a_number(text))
        elif number < low or (high is not None and number > high):
            self.fault(column, "out_of_range", _range(number, low, high))
        else:
            return number
        return None

    def word(self, column: str, vocabulary: Vocabulary[Word]) -> Word:
        if not self.needed(column):
            return vocabulary.first
        return self.optional_word(column, vocabulary) or vocabulary.first

    def optional_word(self, column: str, vocabulary: Vocabulary[Word]) -> Word | None:
        text = self.text(column)
        return self.word_in(column, text, vocabulary) if text else None

    def words(self, column: str, vocabulary: Vocabulary[Word]) -> tuple[Word, ...]:
        """Several words with `|` between."""
        texts = [part.strip() for part in self.text(column).split("|")]
        found = [self.word_in(column, text, vocabulary) for text in texts if text]
        return tuple(word for word in found if word is not None)

    def word_in(self, column: str, text: str, vocabulary: Vocabulary[Word]) -> Word | None:
        word = vocabulary.find(text)
        if word is None:
            self.fault(column, "unknown_word", self._unknown(text, vocabulary), value=text)
        return word

    def time(self, column: str) -> time | None:
        """A clock time; on which day is for the meeting to say."""
        text = self.text(column)
        if not text:
            return None
        clock = time_in(text)
        if clock is None:
            self.fault(column, *not_a_time(text))
        return clock

    def fault(self, column: str, code: str, message: str, *, value: str | None = None) -> None:
        self.is_faulty = True
        self._report.error(self.line, *self._where(column, code, value), message)

    def warn(self, column: str, code: str, message: str, *, value: str | None = None) -> None:
        self._report.warning(self.line, *self._where(column, code, value), message)

    @property
    def _report(self) -> Report:
        return self.table.report

    def _where(self, column: str, code: str, value: str | None) -> tuple[str, str, str]:
        written = self.text(column) if value is None else value
        return self.table.heading(column), code, shown(written)

    def _unknown(self, text: str, vocabulary: Vocabulary[Word]) -> Sentence:
        nearest = vocabulary.nearest(text)
        allowed = ", ".join(vocabulary.words(self.table.language))
        if not nearest:
            return Sentence(
                "”{word}” finns inte i listan. Tillåtna ord: {allowed}.",
                word=shown(text),
                allowed=allowed,
            )
        return Sentence(
            "”{word}” finns inte i listan. Menade du ”{nearest}”? Tillåtna ord: {allowed}.",
            word=shown(text),
            nearest=nearest,
            allowed=allowed,
        )


def number_in(text: str) -> int | None:
    return int(text) if DIGITS.fullmatch(text) else None


def date_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if DATE.fullmatch(text) else None
    except ValueError:
        return None


def time_in(text: str) -> time | None:
    return time.fromisoformat(text) if TIME.fullmatch(text) else None


def not_a_number(text: str) -> tuple[str, Sentence]:
    return "not_a_number", Sentence(
        "”{written}” är inget heltal. Skriv bara siffror, till exempel 12.", written=shown(text)
    )


def not_a_date(text: str) -> tuple[str, Sentence]:
    return "not_a_date", Sentence(
        "”{written}” är inget datum. Skriv ÅÅÅÅ-MM-DD, till exempel 2026-09-14.",
        written=shown(text),
    )


def not_a_time(text: str) -> tuple[str, Sentence]:
    return "not_a_time", Sentence(
        "”{written}” är inget klockslag. Skriv TT:MM, till exempel 07:15.", written=shown(text)
    )


def _range(number: int, low: int, high: int | None) -> Sentence:
    if high is None:
        return Sentence(
            "{number} går inte här. Talet ska vara minst {low}.", number=number, low=low
        )
    return Sentence(
        "{number} går inte här. Talet ska vara mellan {low} och {high}.",
        number=number,
        low=low,
        high=high,
    )
