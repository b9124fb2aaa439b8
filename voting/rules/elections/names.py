"""What stands on a ballot: names in full, and at the head of a list its designation in words.

Kommunallagen 5 kap. 54 § and lag (2022:629) 7–8, 10 §§ (LPV-4, LPV-6, MAJ-3).  The answer's text is
what binds, so two answers of one election are never alike.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from core.words import Sentence

LONGEST = 1000  # characters in one answer
MOST = 200  # names sent in one go
SPACES = {"\t", "\N{NO-BREAK SPACE}"}


@dataclass(frozen=True)
class Entry:
    """One answer that can be chosen: a person, or a list under its designation.

    A person may have a designation too: the party, where two people share a name.
    """

    names: tuple[str, ...]
    designation: str | None
    is_list: bool

    @property
    def text(self) -> str:
        if not self.is_list:
            name = self.names[0]
            return f"{name} ({self.designation})" if self.designation else name
        listed = ", ".join(f"{place}. {name}" for place, name in enumerate(self.names, start=1))
        return f"{self.designation}: {listed}"


def lines(written: str) -> tuple[str, ...]:
    """One name to a line, tidied; empty lines and the numbers before names are left out."""
    tidied = (tidy(line) for line in written.splitlines())
    return tuple(name for line in tidied if (name := _unnumbered(line)))


def tidy(text: str) -> str:
    """Composed letters (NFC), single spaces, nothing that cannot be seen."""
    spaced = "".join(" " if each in SPACES else each for each in text)
    kept = "".join(each for each in spaced if unicodedata.category(each)[0] != "C")
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def fault(entries: Sequence[Entry], before: Sequence[str], places: int) -> Sentence | None:
    """Why these cannot be added to the answers that stand there already.  LPV 7–8, 10; MAJ-3."""
    if not entries or not all(entry.names for entry in entries):
        return Sentence("Skriv minst ett namn.")
    taken = set(before)
    for entry in entries:
        if (found := _entry_fault(entry, places)) is not None:
            return found
        if entry.text in taken:
            return Sentence("{name} står redan på valsedeln.", name=entry.text)
        taken.add(entry.text)
    return None


def _entry_fault(entry: Entry, places: int) -> Sentence | None:
    if entry.is_list and not entry.designation:
        return Sentence("En lista behöver en gruppbeteckning i ord (7 § lagen 2022:629).")
    if entry.is_list and len(entry.names) > places:
        return Sentence(
            "Listan har {names} namn men bara {places} ska väljas (10 § lagen 2022:629).",
            names=len(entry.names),
            places=places,
        )
    if len(set(entry.names)) < len(entry.names):
        return Sentence("Samma namn står två gånger på listan.")
    if len(entry.text) > LONGEST:
        return Sentence("Texten på valsedeln är för lång. Högst 1 000 tecken får plats.")
    return None


def _unnumbered(line: str) -> str:
    number, dot, name = line.partition(".")
    return name.strip() if dot and number.isdigit() else line
