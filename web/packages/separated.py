"""Comma- or semicolon-separated text into rows of cells, with the line where each row begins.

RFC 4180: a quoted cell may hold delimiters, line breaks and doubled quotes.  Line ends LF or CRLF.
"""

from collections.abc import Iterator
from dataclasses import dataclass

QUOTE = '"'


class BrokenQuotesError(ValueError):
    """In the row that begins at `line` a quote is never closed, or text follows a closed one."""

    def __init__(self, line: int, *, is_open: bool) -> None:
        super().__init__(line)
        self.line = line
        self.is_open = is_open


class NotTextError(ValueError):
    """A byte that is not UTF-8 text."""

    def __init__(self, line: int, byte: int) -> None:
        super().__init__(line)
        self.line = line
        self.byte = f"0x{byte:02X}"


def decoded(data: bytes) -> str:
    """The text with plain line ends.  Never guesses: names would be damaged silently.

    A zero byte is valid UTF-8 but never stands in a table: it is what UTF-16 looks like.
    """
    readable, zero, _ = data.partition(b"\0")
    try:
        text = _line_ends(readable.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        before = _line_ends(fault.object[: fault.start].decode())
        raise NotTextError(before.count("\n") + 1, fault.object[fault.start]) from fault
    if zero:
        raise NotTextError(text.count("\n") + 1, 0)
    return text


def _line_ends(text: str) -> str:
    """A lone CR is text, except in old files that know no other line end."""
    plain = text.replace("\r\n", "\n")
    return plain if "\n" in plain else plain.replace("\r", "\n")


def delimiter_of(text: str) -> str:
    """Whichever occurs more in the header line; semicolon if neither does."""
    header, _, _ = text.partition("\n")
    return "," if header.count(",") > header.count(";") else ";"


def rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line where it begins.  A blank line is a row of one empty cell."""
    scan = _Scan(text, delimiter)
    while not scan.at_end:
        begins = scan.line
        try:
            yield begins, scan.row()
        except _QuoteError as fault:
            raise BrokenQuotesError(begins, is_open=fault.is_open) from fault


class _QuoteError(ValueError):
    def __init__(self, *, is_open: bool) -> None:
        super().__init__(is_open)
        self.is_open = is_open


@dataclass
class _Scan:
    text: str
    delimiter: str
    at: int = 0
    line: int = 1

    @property
    def at_end(self) -> bool:
        return self.at >= len(self.text)

    def row(self) -> list[str]:
        cells = [self._cell()]
        while self._take(self.delimiter):
            cells.append(self._cell())
        if self._take("\n"):
            self.line += 1
        return cells

    def _cell(self) -> str:
        if self.text.startswith(QUOTE, self.at):
            return self._quoted()
        stop = self._stop()
        cell, self.at = self.text[self.at : stop], stop
        return cell

    def _quoted(self) -> str:
        parts = []
        self.at += 1
        while True:
            close = self.text.find(QUOTE, self.at)
            if close < 0:
                raise _QuoteError(is_open=True)
            parts.append(self.text[self.at : close])
            self.line += self.text.count("\n", self.at, close)
            self.at = close + 1
            if not self._take(QUOTE):
                break
            parts.append(QUOTE)
        self._nothing_more()
        return "".join(parts)

    def _nothing_more(self) -> None:
        stop = self._stop()
        if self.text[self.at : stop].strip():
            raise _QuoteError(is_open=False)
        self.at = stop

    def _stop(self) -> int:
        """Where the cell ends: at the next delimiter, line end or the end of the text."""
        line_end = self.text.find("\n", self.at)
        if line_end < 0:
            line_end = len(self.text)
        delimiter = self.text.find(self.delimiter, self.at, line_end)
        return line_end if delimiter < 0 else delimiter

    def _take(self, mark: str) -> bool:
        if not self.text.startswith(mark, self.at):
            return False
        self.at += 1
        return True
