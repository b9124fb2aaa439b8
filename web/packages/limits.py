"""How large a package may be.  A long meeting of 149 is well below a tenth of each."""

from core.words import Sentence

MEGABYTE = 1_000_000
BYTES = 50 * MEGABYTE  # unpacked, all files together
FILES = 1_000
CELLS = 500_000  # in one table
CELL = 32_767  # characters in one cell, as in Excel
SEATS = 999  # no council comes near; without a limit one digit too many would halt the reading
SHOWN = 200  # characters of a value repeated in a finding


class TooLargeError(ValueError):
    """More than a package may hold."""


class NotAPackageError(ValueError):
    """Cannot be opened as a package; the words say why and what to do."""

    def __init__(self, words: Sentence) -> None:
        super().__init__(words)
        self.words = words


def shown(text: str) -> str:
    """A value as written, without repeating a whole book."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
